/** Writes to standard output and waits until it is taken; false where nobody reads it any more, such as after `head`. */
export const writeOut = (text: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error === null || error === undefined) return resolve(true);
      const code = 'code' in error ? error.code : undefined;
      return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' ? resolve(false) : reject(error);
    });
  });
