import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { importDataset } from '#src/release/import/import-dataset.ts';
import { importTexts, problemsOf } from './import-texts.ts';

const header = 'week,origin,destination,trips,devices\n';
const good = '2020-01-06,01,02,12,4\n';
const nested = 'code,name,parent\nX,Land,\n01,East,X\n02,West,X\n';

test.each([
  [
    'a date that is none',
    '2020-02-30,01,02,12,4',
    'week "2020-02-30" is not a date such as 2022-01-17',
  ],
  [
    'a date in another order',
    '06/01/2020,01,02,12,4',
    'week "06/01/2020" is not a date such as 2022-01-17',
  ],
  [
    'a date far away',
    '0020-01-06,01,02,12,4',
    'week "0020-01-06" is not a date such as 2022-01-17',
  ],
  [
    'a week from Sunday',
    '2020-01-05,01,02,12,4',
    'week 2020-01-05 is a Sunday, and weeks start on Monday; if the rows are days, say --map date=<column>',
  ],
  ['no week', ',01,02,12,4', 'week is empty'],
  ['no origin', '2020-01-06,,02,12,4', 'origin is empty'],
  ['an unknown origin', '2020-01-06,1,02,12,4', 'origin "1" is not a code of the areas file'],
  [
    'an origin with areas below it',
    '2020-01-06,X,02,12,4',
    'origin "X" has areas below it; trips need the areas at the bottom',
  ],
  ['no destination', '2020-01-06,01, ,12,4', 'destination is empty'],
  [
    'an unknown destination',
    '2020-01-06,01,Narnia,12,4',
    'destination "Narnia" is not a code of the areas file',
  ],
  [
    'a destination with areas below it',
    '2020-01-06,01,X,12,4',
    'destination "X" has areas below it; trips need the areas at the bottom',
  ],
  ['no trips', '2020-01-06,01,02,,4', 'trips is empty'],
  ['a fraction', '2020-01-06,01,02,12.5,4', 'trips "12.5" is not a whole number from 0'],
  ['a negative number', '2020-01-06,01,02,-1,4', 'trips "-1" is not a whole number from 0'],
  [
    'a number with a comma',
    '2020-01-06,01,02,"1,200",4',
    'trips "1,200" is not a whole number from 0',
  ],
  ['a number that is none', '2020-01-06,01,02,nan,4', 'trips "nan" is not a whole number from 0'],
  [
    'a number with underscores',
    '2020-01-06,01,02,1_000,4',
    'trips "1_000" is not a whole number from 0',
  ],
  [
    'a number beyond reason',
    '2020-01-06,01,02,1e300,4',
    'trips "1e300" is not a whole number from 0',
  ],
  ['no devices', '2020-01-06,01,02,12,', 'devices is empty'],
  [
    'a fraction of a device',
    '2020-01-06,01,02,12,0.5',
    'devices "0.5" is not a whole number from 0',
  ],
  [
    'more devices than trips',
    '2020-01-06,01,02,12,13',
    'devices (13) are more than trips (12); every device makes at least one trip',
  ],
  ['a row twice', good.trim(), 'has the same week, origin, destination and mode as line 2'],
  ['too few cells', '2020-01-06,01,02', 'has 3 cells where the header has 5'],
  ['too many cells', '2020-01-06,01,02,12,4,9', 'has 6 cells where the header has 5'],
  [
    'a control character',
    '2020-01-06,01,\u001B[31m,12,4',
    'destination "?[31m" is not a code of the areas file',
  ],
])('%s is refused with its line and reason', async (_, row, reason) => {
  const other = '2020-01-13,01,02,12,4\n';
  expect(
    await problemsOf({
      trips: `${header}${good}\n${other}${row}\n2020-01-20,01,02,12,4\n`,
      areas: nested,
    }),
  ).toEqual([`trips.csv:5 ${reason}`]);
});

test.each([
  ['an empty file', '', /^trips\.csv: is empty/u],
  ['a header alone', header, /^trips\.csv: holds no trips$/u],
  ['rows of no trips alone', `${header}2020-01-06,01,02,0,0\n`, /^trips\.csv: holds no trips$/u],
  [
    'days of no whole week',
    'date,origin,destination,trips,devices\n2020-01-07,01,02,5,1\n',
    /no complete week from Monday to Sunday/u,
  ],
  [
    'no column of trips',
    'week,origin,destination,devices\n',
    /has no column "trips": say --map trips=<column> \(its columns: week, origin, destination, devices\)/u,
  ],
  [
    'neither week nor date',
    'origin,destination,trips,devices\n',
    /has no column "week" or "date": say --map week=<column>/u,
  ],
  [
    'both week and date',
    'week,date,origin,destination,trips,devices\n',
    /has both a week and a date/u,
  ],
  [
    'no devices',
    'week,origin,destination,trips\n2020-01-06,01,02,12\n',
    /no column of devices \(distinct travellers\).*--max-trips-per-person 30/u,
  ],
  [
    'a mode "all" beside others',
    'week,origin,destination,mode,trips,devices\n2020-01-06,01,02,all,12,4\n2020-01-06,01,02,car,12,4\n',
    /trips would be counted twice/u,
  ],
  [
    'text that is not UTF-8',
    `${header}2020-01-06,01,\uD800,12,4\n`,
    /is not a code of the areas file/u,
  ],
])('%s is refused', async (_, trips, reason) => {
  const [problem = ''] = await problemsOf({ trips });
  expect(problem).toMatch(reason);
});

test('a map that names what is not there is refused', async () => {
  expect(await problemsOf({ trips: header + good, map: { trips: 'people', speed: 'v' } })).toEqual([
    'trips.csv: the map names "speed", which is none of: week, date, origin, destination, mode, trips, devices, largest, second',
    'trips.csv: has no column "people" (its columns: week, origin, destination, trips, devices)',
  ]);
});

test('a count of devices is not to be replaced by a guess', async () => {
  const [problem] = await problemsOf({ trips: header + good, maxTripsPerPerson: 30 });
  expect(problem).toContain('leave out --max-trips-per-person');
});

test('twenty problems are listed, in order of their lines, and all are counted', async () => {
  const rows = Array.from({ length: 50 }, (_, at) =>
    at % 2 === 0 ? `2020-01-06,01,02,x${at},4` : '2020-01-06,01,02',
  ).join('\n');
  const { outcome } = await importTexts({ trips: `${header}${rows}\n` });
  expect(outcome).toMatchObject({ kind: 'rejected', total: 50 });
  expect(outcome.kind === 'rejected' && outcome.problems.map(({ line }) => line)).toEqual(
    Array.from({ length: 20 }, (_, at) => at + 2),
  );
});

test('a rejected import leaves nothing behind, and the data set of before as it was', async () => {
  const { folder, file } = await importTexts({ trips: header + good });
  const before = readFileSync(file);
  const { outcome } = await importTexts(
    { trips: `${header}${good}2020-01-13,01,02,12,99\n` },
    folder,
  );
  expect(outcome.kind).toBe('rejected');
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['areas.csv', 'raw.duckdb', 'trips.csv']);
});

test('files that are missing or of another kind are refused by name', async () => {
  const { folder } = await importTexts({ trips: header + good });
  const said = {
    areas: join(folder, 'areas.csv'),
    map: {},
    name: 'mine',
    file: join(folder, 'other.duckdb'),
  };
  const reasons = await Promise.all(
    ['none.csv', 'none.parquet', 'raw.duckdb'].map(async (name) => {
      const outcome = await importDataset({ ...said, trips: join(folder, name) });
      return outcome.kind === 'rejected'
        ? outcome.problems.map(({ file, reason }) => `${file}: ${reason}`)
        : [];
    }),
  );
  expect(reasons.flat()).toEqual([
    'none.csv: cannot be opened: check the path, and that you may read the file',
    'none.parquet: cannot be opened: check the path, and that you may read the file',
    'raw.duckdb: is neither a .csv nor a .parquet file: save it as one of them',
  ]);
});

const lines = fc.array(
  fc.record({
    kind: fc.constantFrom('good', 'bad', 'short'),
    blanks: fc.integer({ min: 0, max: 2 }),
    note: fc.constantFrom('a', '""', 'x, y', 'one\ntwo\n', '', 'say ""hi""', ',\n,'),
  }),
  { minLength: 1, maxLength: 15 },
);

test('lines are those of the file, whatever blank lines, broken rows and quoted line breaks come before', async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom('\n', '\r\n'), async (rows, newline) => {
      let text = `note,week,origin,destination,trips,devices${newline}`;
      const wrong: number[] = [];
      rows.forEach(({ kind, blanks, note }, at) => {
        text += newline.repeat(blanks);
        if (kind === 'bad' || kind === 'short') wrong.push(text.split('\n').length);
        const week = `20${20 + at}-01-06`;
        if (kind === 'short') text += `a,${week},01${newline}`;
        else text += `"${note}",${week},01,02,${kind === 'bad' ? 'x' : 12},4${newline}`;
      });
      // As dates: the weekday does not matter here.
      const { outcome } = await importTexts({ trips: text, map: { date: 'week' } });
      const found =
        outcome.kind === 'rejected'
          ? outcome.problems.flatMap(({ line }) => (line === undefined ? [] : [line]))
          : [];
      expect(found).toEqual(wrong);
    }),
    { numRuns: 30 },
  );
});
