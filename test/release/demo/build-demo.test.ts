import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDemo } from '#src/release/demo/build-demo.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { isThorough } from '#test/support/thorough.ts';

// Changes whenever the data does: a new value is a new data set, to be explained in the change that makes it.
const pinned = 'ff1a7f3ed659e6a8169f9b7ff70d335b';

const parametersFolder = join(import.meta.dirname, '../../../data/uk');
let folder: string;
let file: string;
let built: Awaited<ReturnType<typeof buildDemo>>;
const progress: number[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'demo-'));
  file = join(folder, 'demo.duckdb');
  const onProgress = (done: number, total: number) => progress.push(done / total);
  built = await buildDemo({ file, parametersFolder, threads: 2, onProgress });
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The one row of a query over the built file; whole numbers come as numbers. */
async function ask(query: string): Promise<Record<string, unknown>> {
  return withDuckdb(file, { access_mode: 'READ_ONLY' }, async (connection) => {
    const result = await connection.runAndReadAll(query);
    const [row] = result.getRowObjectsJson();
    return Object.fromEntries(
      Object.entries(row ?? {}).map(([name, value]) => [
        name,
        typeof value === 'string' && /^-?\d+$/u.test(value) ? Number(value) : value,
      ]),
    );
  });
}

test('the parameters give the rows that they always gave', () => {
  expect(built.fingerprint).toBe(pinned);
});

test.skipIf(!isThorough)(
  'the same parameters give the same rows with 1 thread and with 2 (thorough: it makes the data anew)',
  async () => {
    const again = await buildDemo({
      file: join(folder, 'one-thread.duckdb'),
      parametersFolder,
      threads: 1,
      onProgress: () => {},
    });
    expect(again).toEqual(built);
  },
);

test('progress rises to the end', () => {
  expect(progress.length).toBeGreaterThan(100);
  expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  expect(progress.at(-1)).toBe(1);
});

test('the data set says what it is', async () => {
  expect(await ask('FROM dataset')).toEqual({
    name: 'uk-demo',
    title: 'Synthetic demonstration data',
    source: 'Synthetic demonstration data modelled on Google, DfT and ONS public data',
    synthetic: true,
    devices_counted: true,
    trips_per_person: null,
    base: 400,
    fingerprint: pinned,
  });
  const counts = `SELECT (SELECT count(*) FROM trips_weekly) AS "rows", (SELECT count(*) FROM trips_daily) AS "dailyRows"`;
  expect(await ask(counts)).toEqual({ rows: built.rows, dailyRows: built.dailyRows });
});

test('no two rows share a key, no row is empty, and no row breaks the rule of devices and base', async () => {
  const rules = `
    count(*) FILTER (trips < 20 OR trips % 20 <> 0) AS empty,
    count(*) FILTER (devices < 1 OR devices > trips / 20) AS impossible,
    count(*) FILTER (devices < 10 AND trips >= 400) AS over_base,
    count(*) FILTER (trips <= 400 AND 2 * devices < trips / 20) AS too_few`;
  const none = { empty: 0, impossible: 0, over_base: 0, too_few: 0, repeated: 0 };
  expect(
    await ask(
      `SELECT ${rules}, count(*) - count(DISTINCT (week, origin, destination, mode)) AS repeated FROM trips_weekly`,
    ),
  ).toEqual(none);
  expect(
    await ask(
      `SELECT ${rules}, count(*) - count(DISTINCT (date, destination)) AS repeated FROM trips_daily`,
    ),
  ).toEqual(none);
});

test('small rows are present: about a fifth of rows, and few of the trips', async () => {
  const { rows, trips } = await ask(
    'SELECT avg((devices < 10)::DOUBLE) AS "rows", sum(trips) FILTER (devices < 10) / sum(trips) AS trips FROM trips_weekly',
  );
  expect(rows).toBeGreaterThan(0.1);
  expect(rows).toBeLessThan(0.3);
  expect(trips).toBeLessThan(0.001);
});

test('days add up to their week, in every district and week', async () => {
  const query = `
    WITH weeks AS (SELECT week, destination, sum(trips) AS trips FROM trips_weekly GROUP BY ALL),
    days AS (SELECT date_trunc('week', date)::DATE AS week, destination, sum(trips) AS trips FROM trips_daily GROUP BY ALL)
    SELECT count(*) AS compared, count(*) FILTER (weeks.trips IS DISTINCT FROM days.trips) AS different
    FROM weeks FULL JOIN days USING (week, destination)`;
  expect(await ask(query)).toEqual({ compared: 139 * 374, different: 0 });
});

test('the data spans whole weeks and every district, and names only its own areas and modes', async () => {
  const query = `
    SELECT min(week)::VARCHAR AS first, max(week)::VARCHAR AS last, count(DISTINCT week) AS weeks, count(DISTINCT destination) AS destinations,
      count(*) FILTER (destination NOT IN (SELECT code FROM area WHERE level = 'district')) AS strange_destinations,
      count(*) FILTER (origin NOT IN (SELECT code FROM area WHERE level IN ('district', 'elsewhere'))) AS strange_origins,
      count(*) FILTER (mode NOT IN (SELECT value FROM mode)) AS strange_modes
    FROM trips_weekly`;
  expect(await ask(query)).toEqual({
    first: '2020-02-17',
    last: '2022-10-10',
    weeks: 139,
    destinations: 374,
    strange_destinations: 0,
    strange_origins: 0,
    strange_modes: 0,
  });
  expect(await ask('SELECT max(date)::VARCHAR AS last FROM trips_daily')).toEqual({
    last: '2022-10-16',
  });
});

test('every area lies in the United Kingdom', async () => {
  const query = `
    WITH RECURSIVE up AS (
      SELECT code, parent FROM area
      UNION ALL SELECT up.code, area.parent FROM up JOIN area ON area.code = up.parent)
    SELECT count(DISTINCT code) AS areas, count(DISTINCT code) FILTER (parent = 'K02000001') AS under_kingdom FROM up`;
  expect(await ask(query)).toEqual({ areas: 402, under_kingdom: 401 });
});

test.each([
  [
    'trips fall by more than two thirds in the first lockdown',
    '2020-04-20',
    '2020-03-02',
    0.15,
    0.34,
  ],
  ['trips dip at Christmas', '2021-12-27', '2021-12-06', 0.7, 0.9],
  ['trips rise in the weeks after January 2022', '2022-02-07', '2022-01-10', 1.03, 1.15],
])('%s, in regions and districts alike', async (_, week, against, least, most) => {
  const query = `
    WITH places AS (
      SELECT code AS destination, unnest([code, parent]) AS place FROM area WHERE level = 'district'),
    compared AS (
      SELECT place, sum(trips) FILTER (week = '${week}') / sum(trips) FILTER (week = '${against}') AS share
      FROM trips_weekly JOIN places USING (destination)
      WHERE place IN ('E12000007', 'S92000003', 'W92000004', 'E08000035', 'N09000003') GROUP BY place)
    SELECT count(*) AS places, min(share) AS least, max(share) AS most FROM compared`;
  const found = await ask(query);
  expect(found['places']).toBe(5);
  expect(found['least']).toBeGreaterThan(least);
  expect(found['most']).toBeLessThan(most);
});
