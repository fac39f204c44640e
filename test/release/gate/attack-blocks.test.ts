import { expect, test } from 'vitest';
import { makeHighsSolver } from '#src/edges/solver/highs.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { attackBlocks } from '#src/release/gate/attack-blocks.ts';

const sample = { blocks: 5, targets: 1, leaves: 1, keys: 1, draws: 1 };
const shown = [
  ['2021-03-01', 'a', 'sensitive'],
  ['2021-03-15', 'b', 'exact'],
  ['2021-04-12', 'c', 'exact'],
  ['2021-03-01', 'd', 'exact'],
];

/** How many leaves are taken for hidden in the one block, the week of 1 March, where the policy's window is so long. */
async function countHidden(policy: object): Promise<number | undefined> {
  return withDuckdb(':memory:', {}, async (connection) => {
    const rows = shown.map(
      ([week, origin, status]) => `('${week}', '${origin}', 'a', 'car', 40, '${status}')`,
    );
    await connection.run(
      `CREATE TABLE leaf_weekly AS FROM (VALUES ${rows.join()}) AS leaf (week, origin, destination, mode, trips, status);
      ALTER TABLE leaf_weekly ALTER week TYPE DATE;
      CREATE TABLE area AS SELECT unnest(['a', 'b', 'c', 'd']) AS code, NULL::VARCHAR AS parent;
      CREATE TABLE release AS SELECT '${JSON.stringify(policy)}' AS policy`,
    );
    const attack = { base: 40, solver: await makeHighsSolver(), uniform: () => 0.5, sample };
    return (await attackBlocks(connection, attack)).rule.checked;
  });
}

test.each([
  [{ eligibilityWeeks: 1 }, 1],
  [{ eligibilityWeeks: 2 }, 2],
  [{ eligibilityWeeks: 6 }, 3],
  [{}, 3],
])(
  'flows that are shown within one window of %j of a week are hidden in it where they have no row',
  async (policy, leaves) => {
    expect(await countHidden(policy)).toBe(leaves);
  },
);
