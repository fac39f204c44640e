import { expect, test } from 'vitest';
import type { RawCube } from '#src/disclosure/cube.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { readRawCube } from '#src/release/read-raw-cube.ts';
import { readRawWords } from '#src/release/raw-words.ts';
import { importTexts } from './import/import-texts.ts';

const readCube = (file: string, mend = 'SELECT 1'): Promise<RawCube> =>
  withDuckdb(file, {}, async (connection) => {
    await connection.run(mend);
    const { areas, modes } = await readRawWords(connection);
    return readRawCube(
      connection,
      areas,
      modes.map(({ value }) => value),
    );
  });

const known =
  'week,origin,destination,trips,devices,largest,second\n2020-01-06,01,02,1200,40,300,120\n2020-01-13,02,01,70,3,50,15\n';

/** By trips: what the largest devices make. */
const contributionsOf = ({ leaves: { trips, contributions } }: RawCube) =>
  [...trips.keys()]
    .map((row) => [trips[row], contributions?.largest[row], contributions?.second[row]])
    .sort(([a = 0], [b = 0]) => b - a);

test('what the largest devices make comes with the leaves', async () => {
  const { file } = await importTexts({ trips: known });
  expect(contributionsOf(await readCube(file))).toEqual([
    [1200, 300, 120],
    [70, 50, 15],
  ]);
});

test('where nothing is known of them, nothing is said of them', async () => {
  const { file } = await importTexts({
    trips: 'week,origin,destination,trips,devices\n2020-01-06,01,02,1200,40\n',
  });
  expect((await readCube(file)).leaves.contributions).toBeUndefined();
});

test('a leaf of which nothing is known, beside others, is taken to be made by one device', async () => {
  const { file } = await importTexts({ trips: known });
  const cube = await readCube(file, "DELETE FROM contribution WHERE origin = '01'");
  expect(contributionsOf(cube)).toEqual([
    [1200, 1200, 0],
    [70, 50, 15],
  ]);
});

test('rows of one key are added up, and what the largest devices make with them', async () => {
  const { file } = await importTexts({ trips: known });
  const cube = await readCube(
    file,
    `INSERT INTO trips_weekly SELECT * REPLACE (30 AS trips, 5 AS devices) FROM trips_weekly WHERE origin = '01';
     INSERT INTO contribution SELECT * REPLACE (10 AS largest, 6 AS second) FROM contribution WHERE origin = '01'`,
  );
  expect(contributionsOf(cube)).toEqual([
    [1230, 310, 126],
    [70, 50, 15],
  ]);
});

test('a data set that was imported before there were any is read as it is', async () => {
  const { file } = await importTexts({ trips: known });
  const { leaves } = await readCube(file, 'DROP TABLE contribution');
  expect(leaves.contributions).toBeUndefined();
  expect(leaves.trips.reduce((sum, trips) => sum + trips, 0)).toBe(1270);
});
