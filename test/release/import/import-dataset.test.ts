import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { importDataset } from '#src/release/import/import-dataset.ts';
import { addDays } from '#src/week.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import { readRows } from '../read-rows.ts';
import { importTexts } from './import-texts.ts';

const weekly =
  'SELECT CAST(week AS VARCHAR) AS week, origin, destination, mode, trips, devices FROM trips_weekly ORDER BY ALL';

test('weekly rows are stored as they are, with codes as text and rows of no trips left out', async () => {
  const { outcome, file } = await importTexts({
    trips:
      'week,origin,destination,trips,devices\n2020-01-06,01,02,1200,40\n2020-01-06,01,01,0,0\n2020-01-13,02,01,"12.0",1e1\n',
  });
  expect(outcome).toMatchObject({
    kind: 'imported',
    rows: 2,
    trips: 1212,
    zeroRows: 1,
    weeks: { first: '2020-01-06', last: '2020-01-13', count: 2 },
  });
  expect(await readRows(file, weekly)).toEqual([
    {
      week: '2020-01-06',
      origin: '01',
      destination: '02',
      mode: 'all',
      trips: '1200',
      devices: '40',
    },
    {
      week: '2020-01-13',
      origin: '02',
      destination: '01',
      mode: 'all',
      trips: '12',
      devices: '10',
    },
  ]);
  expect(await readRows(file, 'SELECT value, label FROM mode')).toEqual([
    { value: 'all', label: 'All transport' },
  ]);
  expect(await readRows(file, 'SELECT * EXCLUDE (fingerprint) FROM dataset')).toEqual([
    {
      name: 'mine',
      title: 'mine',
      source: 'trips.csv',
      synthetic: false,
      devices_counted: true,
      trips_per_person: null,
      base: null,
    },
  ]);
});

test('areas that stand alone get a root above them, which the summary tells', async () => {
  const { outcome, file } = await importTexts({
    trips: 'week,origin,destination,trips,devices\n2020-01-06,01,02,12,4\n',
  });
  expect(outcome).toMatchObject({
    areas: 3,
    place: 'West',
    notes: ['An area "All areas" (code all) was added above those without a parent.'],
  });
  expect(await readRows(file, 'SELECT * FROM area ORDER BY code')).toEqual([
    { code: '01', name: 'East', level: 'area', parent: 'all' },
    { code: '02', name: 'West', level: 'area', parent: 'all' },
    { code: 'all', name: 'All areas', level: 'all', parent: null },
  ]);
});

test('days are summed to whole weeks, with the largest count as the lower bound of devices', async () => {
  const days = Array.from(
    { length: 9 },
    (_, day) =>
      `${addDays('2020-01-05', day)},01,02,${10 + day},${day + 1}\n${addDays('2020-01-05', day)},02,02,1,1`,
  );
  const { outcome, file } = await importTexts({
    trips: `date,origin,destination,trips,devices\n${days.join('\n')}\n`,
  });
  expect(outcome).toMatchObject({
    rows: 2,
    cutDays: 2,
    noDays: [],
    weeks: { first: '2020-01-06', last: '2020-01-06', count: 1 },
  });
  expect(await readRows(file, weekly)).toEqual([
    { week: '2020-01-06', origin: '01', destination: '02', mode: 'all', trips: '98', devices: '8' },
    { week: '2020-01-06', origin: '02', destination: '02', mode: 'all', trips: '7', devices: '1' },
  ]);
  const [monday] = await readRows(file, 'SELECT * FROM trips_daily ORDER BY date LIMIT 1');
  expect(monday).toEqual({ date: '2020-01-06', destination: '02', trips: '12', devices: '2' });
});

test('days and weeks without any row are told', async () => {
  const row = (date: string): string => `${date},01,02,10,2\n`;
  const days = await importTexts({
    trips: `date,origin,destination,trips,devices\n${row('2020-01-06')}${row('2020-01-12')}`,
  });
  expect(days.outcome).toMatchObject({
    noDays: ['2020-01-07', '2020-01-08', '2020-01-09', '2020-01-10', '2020-01-11'],
    noWeeks: [],
  });
  const weeks = await importTexts({
    trips: `week,origin,destination,trips,devices\n${row('2020-01-06')}${row('2020-01-20')}`,
  });
  expect(weeks.outcome).toMatchObject({ noDays: [], noWeeks: ['2020-01-13'] });
});

test('the columns may have other names, in a file with semicolons, a byte order mark and columns of no use', async () => {
  const { outcome, file } = await importTexts({
    trips: '\uFEFF"WEEK START";From;to;note;n;people\r\n2020-01-06;01;02;"a;b";20;7\r\n',
    map: { week: 'week start', origin: 'From', destination: 'to', trips: 'n', devices: 'people' },
  });
  expect(outcome).toMatchObject({ kind: 'imported', rows: 1 });
  expect(await readRows(file, 'SELECT trips, devices FROM trips_weekly')).toEqual([
    { trips: '20', devices: '7' },
  ]);
});

test('a Parquet file is read like a CSV file', async () => {
  const folder = ownFolder();
  const trips = join(folder, 'trips.parquet');
  await withDuckdb(':memory:', {}, async (connection) => {
    await connection.run(
      `COPY (SELECT DATE '2020-01-06' AS week, '01' AS origin, '02' AS destination, 'car' AS mode, 20.0 AS trips, 7 AS devices) TO '${trips}' (FORMAT parquet)`,
    );
  });
  const areas = join(folder, 'areas.csv');
  writeFileSync(areas, 'code,name\n01,East\n02,West\n');
  const file = join(folder, 'raw.duckdb');
  expect(await importDataset({ trips, areas, map: {}, name: 'mine', file })).toMatchObject({
    kind: 'imported',
    rows: 1,
  });
  expect(await readRows(file, weekly)).toEqual([
    { week: '2020-01-06', origin: '01', destination: '02', mode: 'car', trips: '20', devices: '7' },
  ]);
});

test('modes get short values and labels', async () => {
  const row = (mode: string): string => `2020-01-06,01,02,${mode},12,4\n`;
  const { outcome, file } = await importTexts({
    trips: `week,origin,destination,mode,trips,devices\n${row('public transport')}${row('Car / van')}`,
  });
  expect(outcome).toMatchObject({ modes: ['car-van', 'public-transport'] });
  expect(await readRows(file, 'SELECT value, label FROM mode ORDER BY sort')).toEqual([
    { value: 'car-van', label: 'Car / van' },
    { value: 'public-transport', label: 'Public transport' },
  ]);
});

test('where devices were not counted, they are trips over what one person makes at most', async () => {
  const { file } = await importTexts({
    trips: 'week,origin,destination,trips\n2020-01-06,01,02,299\n',
    maxTripsPerPerson: 30,
  });
  expect(await readRows(file, 'SELECT devices FROM trips_weekly')).toEqual([{ devices: '9' }]);
  expect(await readRows(file, 'SELECT devices_counted, trips_per_person FROM dataset')).toEqual([
    { devices_counted: false, trips_per_person: 30 },
  ]);
});

test('events and holidays find their areas by code or by name', async () => {
  const { outcome, file } = await importTexts({
    trips: 'week,origin,destination,trips,devices\n2020-01-06,01,02,12,4\n',
    events:
      '- { slug: opened, area: west, date: 2020-01-08, kind: opening, clause: it opened, label: Opened, source: The paper, url: https://example.org }\n',
  });
  expect(outcome).toMatchObject({ events: 1 });
  expect(
    await readRows(file, 'SELECT slug, area, CAST(date AS VARCHAR) AS date, confidence FROM event'),
  ).toEqual([{ slug: 'opened', area: '02', date: '2020-01-08', confidence: 'high' }]);
});

test('the fingerprint depends on the rows and not on their order', async () => {
  const rows = ['2020-01-06,01,02,12,4', '2020-01-13,01,02,15,6', '2020-01-06,02,01,20,9'];
  const print = async (lines: readonly string[]): Promise<unknown> => {
    const { file } = await importTexts({
      trips: `week,origin,destination,trips,devices\n${lines.join('\n')}\n`,
    });
    return (await readRows(file, 'SELECT fingerprint FROM dataset'))[0]?.['fingerprint'];
  };
  const first = await print(rows);
  expect(first).toMatch(/^[0-9a-f]{32}$/u);
  expect(await print(rows.toReversed())).toBe(first);
  expect(await print(rows.with(0, '2020-01-06,01,02,12,5'))).not.toBe(first);
});

const days = fc.uniqueArray(
  fc.record({
    day: fc.integer({ min: 0, max: 34 }),
    from: fc.integer({ min: 1, max: 2 }),
    to: fc.integer({ min: 1, max: 2 }),
    trips: fc.integer({ min: 0, max: 500 }),
  }),
  { selector: ({ day, from, to }) => `${day} ${from} ${to}`, minLength: 1, maxLength: 60 },
);

test('whatever the days, no trip of a whole week is lost and the days of a place add up to its weeks', async () => {
  await fc.assert(
    fc.asyncProperty(days, async (rows) => {
      const frame = [0, 34].map((day) => ({ day, from: 0, to: 0, trips: 1 }));
      const all = [...frame, ...rows];
      const lines = all.map(
        ({ day, from, to, trips }) =>
          `${addDays('2020-01-06', day)},0${from},0${to},${trips},${Math.ceil(trips / 3)}`,
      );
      const { file } = await importTexts({
        trips: `date,origin,destination,trips,devices\n${lines.join('\n')}\n`,
        areas: 'code,name\n00,Mid\n01,East\n02,West\n',
      });
      const [sum] = await readRows(
        file,
        'SELECT CAST(sum(trips) AS INTEGER) AS trips FROM trips_weekly',
      );
      expect(sum?.['trips']).toBe(all.reduce((total, { trips }) => total + trips, 0));
      const apart = await readRows(
        file,
        `SELECT * FROM (SELECT destination, date_trunc('week', date) AS week, sum(trips) AS days FROM trips_daily GROUP BY ALL)
         FULL JOIN (SELECT destination, week, sum(trips) AS weeks FROM trips_weekly GROUP BY ALL) USING (destination, week) WHERE days IS DISTINCT FROM weeks`,
      );
      expect(apart).toEqual([]);
    }),
    { numRuns: 8 },
  );
});
