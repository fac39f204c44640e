import { expect, test } from 'vitest';
import { numberOfFlow } from '#src/disclosure/revise/flow-number.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { attackAverages } from '#src/release/gate/attack-averages.ts';
import { makeIndexTables } from '#src/release/index-tables.ts';
import { addDays } from '#src/week.ts';
import { gateCube } from './gated-release.ts';

const known = 4;
const lengths = [13, 13];

/** Weeks of an earlier release, then two windows of 13. */
const raw = gateCube([{ week: 0, from: 'N1', to: 'S1', devices: 12, trips: 36 }], known + 26);
const flow = { origin: 3, destination: 7, mode: 0 };
const number = numberOfFlow(flow, raw.areas.codes.length);
const judged = lengths.map((length, at) => {
  const first = known + at * length;
  return { first, written: first, end: first + length };
});

/** A release of one flow. `weeks`: a letter for each week: b for the base, x for an exact leaf, - for no row. */
async function attack(weeks: string, eligible: readonly boolean[]) {
  const { codes } = raw.areas;
  return withDuckdb(':memory:', {}, async (connection) => {
    await makeIndexTables(connection, { areas: codes, weeks: raw.weeks, modes: raw.modes });
    await connection.run(
      'CREATE TABLE leaf_weekly (week DATE, origin VARCHAR, destination VARCHAR, mode VARCHAR, trips BIGINT, status VARCHAR)',
    );
    for (const [week, letter] of weeks.split('').entries())
      if (letter !== '-')
        await connection.run(
          `INSERT INTO leaf_weekly VALUES ('${addDays(raw.weeks[0] ?? '', 7 * week)}', '${codes[flow.origin]}',
            '${codes[flow.destination]}', '${raw.modes[flow.mode]}', 40, '${letter === 'b' ? 'sensitive' : 'exact'}')`,
        );
    const windows = judged.map((window, at) => ({
      window,
      eligible: new Set(eligible[at] === true ? [number] : []),
    }));
    const { checked, broken } = await attackAverages(connection, raw, windows);
    return [checked, broken];
  });
}

const open = 'x'.repeat(13);
// Seven draws alike are the fewest that are known to within b ÷ 4: 2 × √(2/11 × 9/11 ÷ 11) = 0.23.
test.each([
  ['a flow that is exact in every week', `----${open}${open}`, [false, false], [0, 0]],
  ['six hidden weeks pin nothing', `----xxxxxxx------${open}`, [false, true], [0, 0]],
  ['seven do', `----xxxxxx-------${open}`, [true, true], [1, 0]],
  ['seven do, of a flow about too few', `----xxxxxx-------${open}`, [false, true], [1, 1]],
  ['seven among eleven that say little', `----xx-------bbbb${open}`, [false, true], [1, 1]],
  ['four in each window: only together', `----xxxxxxxxx----xxxxxxxxx----`, [true, false], [1, 1]],
  ['exact weeks lie between them', `----xx-xx-xx-xx-xxx-xx-xx-xx-x`, [true, false], [1, 1]],
  [
    'a window that does not show the flow',
    `----xxxxxx-------${'-'.repeat(13)}`,
    [true, false],
    [1, 0],
  ],
  ['weeks published before count too', `x---xxxxxxxxx----${'-'.repeat(13)}`, [false, true], [1, 1]],
  [
    'weeks published before, unseen, do not',
    `----xxxxxxxxx----${'-'.repeat(13)}`,
    [false, true],
    [0, 0],
  ],
])('%s', async (_, weeks, eligible, expected) => {
  expect(await attack(weeks, eligible)).toEqual(expected);
});
