import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { openState } from '#src/edges/store/open-store.ts';
import { testJobs } from '#test/contract/test-jobs.ts';

const home = await mkdtemp(join(tmpdir(), 'jobs-'));
afterAll(() => rm(home, { recursive: true, force: true }));

testJobs('PGlite', (clock) =>
  openState({ home, databaseUrl: undefined, auditKeyFile: undefined }, clock),
);
