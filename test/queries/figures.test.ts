import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dailyTrips, weeklyLeaves } from '#queries/release/bigquery/index.ts';
import { rewriteToDuckdb } from '#src/edges/warehouse/rewrite/rewrite-to-duckdb.ts';
import { addDays } from '#src/week.ts';
import { makeDuckdbEngine, type DuckdbLoaded } from '#test/oracle/duckdb/make-duckdb-engine.ts';
import type { Row } from '#test/oracle/data/dataset.ts';
import type { Engine } from '#test/oracle/engine.ts';
import { askFigures } from '#test/queries/source/ask-figures.ts';
import { compareFigures } from '#test/queries/source/compare-figures.ts';
import { firstWeek, soundTrip, sourceOf } from '#test/queries/source/sound-source.ts';
import { isThorough } from '#test/support/thorough.ts';

/** Trips of one device, in days from the first Monday. */
const tripsOf = (device: string | null, days: readonly number[], changes: Row = {}) =>
  days.map((day) => ({ ...soundTrip, device, date: addDays(firstWeek, day), ...changes }));

const leaf = { week: firstWeek, origin: 'D1', destination: 'D2', mode: 'bus' };
const week = { from: firstWeek, until: addDays(firstWeek, 6) };

/** Trips of one week, and what its leaves are. */
const examples: readonly {
  readonly what: string;
  readonly trips: readonly Row[];
  readonly leaves: readonly Row[];
}[] = [
  {
    what: 'a device counts once in a week, however many days it travels',
    trips: [...tripsOf('a', [0, 1, 2, 6]), ...tripsOf('b', [3])],
    leaves: [{ ...leaf, trips: 5, devices: 2, largest: 4, second: 1 }],
  },
  {
    what: 'a device counts in each leaf that it travels in',
    trips: [...tripsOf('a', [0, 1]), ...tripsOf('a', [1], { mode: 'rail' })],
    leaves: [
      { ...leaf, trips: 2, devices: 1, largest: 2, second: 0 },
      { ...leaf, mode: 'rail', trips: 1, devices: 1, largest: 1, second: 0 },
    ],
  },
  {
    what: 'of two that tie for the most, the second makes as much as the first',
    trips: [...tripsOf('a', [0, 1]), ...tripsOf('b', [0, 1]), ...tripsOf('c', [5])],
    leaves: [{ ...leaf, trips: 5, devices: 3, largest: 2, second: 2 }],
  },
  {
    what: 'trips without a device are trips, of no device that is counted',
    trips: [...tripsOf(null, [0, 1]), ...tripsOf('', [2]), ...tripsOf('a', [5])],
    leaves: [{ ...leaf, trips: 4, devices: 1, largest: 3, second: 1 }],
  },
  {
    what: 'a key that is missing is kept under a name that no list has',
    trips: tripsOf('a', [0], { origin: null, mode: null }),
    leaves: [{ ...leaf, origin: '', mode: '', trips: 1, devices: 1, largest: 1, second: 0 }],
  },
  { what: 'days around the week are left out', trips: tripsOf('a', [-1, 7]), leaves: [] },
];

describe('trips in BigQuery become raw leaves and days', () => {
  let duckdb: Engine<DuckdbLoaded>;
  beforeAll(async () => {
    duckdb = await makeDuckdbEngine();
  });
  afterAll(() => duckdb.close());

  test.each(examples)('$what', async ({ trips, leaves }) => {
    const loaded = await duckdb.load(sourceOf({ trip: trips }));
    expect((await askFigures(loaded, week)).leaves).toEqual(leaves);
    await loaded.close();
  });

  test('a period that ends on a Saturday ends with the week before', async () => {
    const loaded = await duckdb.load(sourceOf({ trip: tripsOf('a', [0, 7, 12]) }));
    const figures = await askFigures(loaded, { ...week, until: addDays(firstWeek, 12) });
    expect(figures.leaves.map(({ week }) => week)).toEqual([firstWeek]);
    expect(figures.days.map(({ date }) => date)).toEqual([firstWeek]);
    await loaded.close();
  });

  test('random trips become what a plain computation makes of them', async () => {
    await compareFigures(duckdb, isThorough ? 300 : 60);
  });

  test.each([weeklyLeaves, dailyTrips])('$id reads trips alone', async ({ id, types }) => {
    const file = join(import.meta.dirname, `../../queries/release/bigquery/${id}.sql`);
    const { parameters } = rewriteToDuckdb(await readFile(file, 'utf8'), new Set(['source.trip']));
    expect(parameters.toSorted()).toEqual(Object.keys(types).toSorted());
  });
});
