import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';

const run = promisify(execFile);
const program = fileURLToPath(new URL('./print-niceness.ts', import.meta.url));

test.runIf(process.platform === 'linux')(
  'every thread but the first, which acknowledges, stands back, also one that is started later',
  async () => {
    const { stdout } = await run(process.execPath, [program]);
    const [first = 0, ...others] = z.array(z.number()).parse(JSON.parse(stdout));
    expect(others.length).toBeGreaterThan(6);
    expect(others.map((niceness) => niceness - first)).toEqual(others.map(() => 10));
  },
);
