import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A process that writes to the embedded state under `home` until it is killed. */
export type Writer = {
  /** The keys of the changes that it said were made, so far. */
  readonly keys: readonly string[];
  /** Resolves when it has said so of that many, or has ended. */
  readonly hasWritten: (count: number) => Promise<void>;
  readonly kill: () => Promise<void>;
};

/** Starts `write-until-killed.ts`. */
export function startWriter(home: string): Writer {
  const child = fork(fileURLToPath(import.meta.resolve('./write-until-killed.ts')), [home], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const keys: string[] = [];
  let check = (): void => undefined;
  child.on('message', (key) => {
    if (typeof key === 'string') keys.push(key);
    check();
  });
  return {
    keys,
    hasWritten: (count) =>
      Promise.race([
        ended.then(() => undefined),
        new Promise<void>((resolve) => {
          check = () => keys.length >= count && resolve();
          check();
        }),
      ]),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
