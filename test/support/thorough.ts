/** Whether to run every case, as CI does (`MOBILITY_THOROUGH=1 npm test`), or of the longest lists some, so that nobody waits long for the usual run. */
export const isThorough = process.env['MOBILITY_THOROUGH'] === '1';

/** All of a list where it is to be thorough, else every `nth`, the first among them. */
export const everyNth = <T>(nth: number, all: readonly T[]): readonly T[] =>
  isThorough ? all : all.filter((_, index) => index % nth === 0);
