import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Run } from '#test/support/run-program.ts';
import { projectFolder, writeConfig, type DoctorWorld } from './doctor-world.ts';

/** Runs one role of the program as an operator of a world would. */
export async function runInWorld(
  world: DoctorWorld,
  role: string,
  ...args: readonly string[]
): Promise<Run> {
  await writeConfig(world);
  const env = {
    PATH: process.env['PATH'],
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
    MOBILITY_HOME: world.home,
    ...world.env,
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(projectFolder, 'src/main.ts'), role, ...args],
      { env, timeout: 60_000 },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
}
