import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** What a run of the program left behind. */
export type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

const main = join(import.meta.dirname, '../../src/main.ts');

/** Runs one role of the program as a user would, in `folder`, with its state in `folder/home`. */
export function runProgram(folder: string, role: string, ...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [main, role, ...args],
      {
        cwd: folder,
        env: {
          ...process.env,
          MOBILITY_HOME: join(folder, 'home'),
          DATABASE_URL: '',
          NO_COLOR: '1',
        },
        maxBuffer: 64 * 1024 * 1024,
      },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}
