import { describe, expect, test } from 'vitest';
import { makeRng } from '#test/state/deliver-turns.ts';
import { findPostgres } from '#test/support/postgres-server.ts';
import { isThorough } from '#test/support/thorough.ts';
import { runKills } from './run-kills.ts';
import { tallyRuns, writeTable } from './tally.ts';

/** Fewer runs reach fewer of the places where they may be killed. */
const { runs, leastTargets, mostMissed } = isThorough
  ? { runs: 24, leastTargets: 300, mostMissed: 3 }
  : { runs: 8, leastTargets: 100, mostMissed: 12 };

describe.skipIf(findPostgres() === undefined)(
  'three processes on one PostgreSQL (needs PostgreSQL)',
  () => {
    test('killed anywhere, they lose nothing, post nothing twice, leave the audit whole, and no file that its message does not name', async () => {
      const kills = await runKills({ runs, rng: makeRng(1), report: () => undefined });
      const table = writeTable(tallyRuns(kills.ran));
      expect(kills.wrong, table).toEqual([]);
      expect(kills.ran).toHaveLength(runs);
      expect(kills.targets).toBeGreaterThan(leastTargets);
      expect(kills.deaths).toBeGreaterThanOrEqual(runs);
      // A worker hands a message back only where it happens to be slow.
      const missed = kills.unstruck.filter((boundary) => !boundary.startsWith('hand back'));
      expect(missed.length).toBeLessThanOrEqual(mostMissed);
    }, 180_000);
  },
);
