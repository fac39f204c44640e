import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { queries } from '#queries/index.ts';
import { protectedTables } from '#src/edges/warehouse/protected-tables.ts';
import { readRegisteredQueries } from '#src/edges/warehouse/registered-query.ts';
import { seeded } from '#test/attack/seeded.ts';
import { makeRandomRelease } from '#test/oracle/data/random-release.ts';
import { readSchema } from '#test/oracle/data/read-schema.ts';
import {
  expectSameRows,
  startsWithinMs,
  type Both,
  type BothEngines,
} from '#test/oracle/suites/both-engines.ts';
import type { Counter } from '#test/oracle/suites/counter.ts';
import { makeRandomParameters } from '#test/oracle/suites/random-parameters.ts';
import { isThorough } from '#test/support/thorough.ts';

const sqlFolder = join(import.meta.dirname, '../../../queries');
const releaseCount = isThorough ? 25 : 12;
const asksOfEach = 8;
const size = { weeks: 6, leaves: 60 };

/** Every registered query, over random releases and random parameters. */
export function compareRegistered(engines: () => BothEngines, counter: Counter): void {
  describe('registered queries over random releases', () => {
    const releases: Both[] = [];
    beforeAll(async () => {
      const rng = seeded(20_220_119);
      for (let made = 0; made < releaseCount; made += 1)
        releases.push(await engines().load(makeRandomRelease(rng, size)));
    }, startsWithinMs);

    test('the tables are those that may be read', async () => {
      const schema = await readSchema(releases[0]?.dataset.schema ?? '');
      expect(new Set([...schema.keys()].map((table) => `protected.${table}`))).toEqual(
        protectedTables,
      );
    });

    test.each(queries.map((query) => ({ id: query.id, query })))('$id', async ({ query }) => {
      const [registered] = await readRegisteredQueries([query], sqlFolder);
      const rng = seeded(query.id.length);
      let withRows = 0;
      for (const both of releases) {
        for (let asked = 0; asked < asksOfEach; asked += 1) {
          const params = makeRandomParameters(rng, query, both.dataset);
          const question = { sql: registered?.sql ?? '', types: query.types, params };
          const rows = await expectSameRows(both, question);
          if (rows.length > 0) withRows += 1;
          counter.compared += 1;
        }
      }
      expect(withRows).toBeGreaterThan((releaseCount * asksOfEach) / 4);
    });
  });
}
