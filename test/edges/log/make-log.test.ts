import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeLog } from '#src/edges/log/make-log.ts';
import { Fault } from '#src/fault.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'mobility-log-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const fault = new Fault('SlackFault', 'timeout', 'Slack took too long', {
  cause: new Error('somebody’s words'),
});

test('a fault is written with the reference that is told to whoever asked', async () => {
  const reference = makeLog(home).report(fault);
  const log = await readFile(join(home, 'mobility.log'), 'utf8');
  expect(reference).toMatch(/^[0-9A-F]{4}$/u);
  expect(log).toContain(reference);
  expect(log).toContain('Slack took too long');
});

test.skipIf(!existsSync('/dev/full'))(
  'a disk that is full (needs /dev/full) costs lines of the log, not the program',
  async () => {
    await symlink('/dev/full', join(home, 'mobility.log'));
    const { report } = makeLog(home);
    for (const _ of ['one', 'two', 'three']) expect(report(fault)).toMatch(/^[0-9A-F]{4}$/u);
    // What is thrown later ends the run.
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  },
);
