import { expect, test } from 'vitest';
import { readImportArguments } from '#src/release/import/read-arguments.ts';

const two = ['--trips', 'us_state_od_weekly_53w_2020-01-06.csv', '--areas', 'areas.csv'];

test('the two files are enough, and name the data set in short', () => {
  expect(readImportArguments(two)).toEqual({
    kind: 'understood',
    options: {
      trips: two[1],
      areas: two[3],
      events: undefined,
      map: {},
      mapAreas: {},
      levels: [],
      maxTripsPerPerson: undefined,
      name: 'us-state-od-weekly-53w',
      title: undefined,
      source: undefined,
    },
  });
});

test('maps, levels and the rest are read', () => {
  const read = readImportArguments([
    ...two,
    '--map',
    'week=week start, trips=n',
    '--map-areas',
    'parent=region',
    '--levels',
    'state, region',
    '--max-trips-per-person',
    '30',
    '--name',
    'us',
    '--source',
    'The office',
  ]);
  expect(read).toMatchObject({
    options: {
      map: { week: 'week start', trips: 'n' },
      mapAreas: { parent: 'region' },
      levels: ['state', 'region'],
      maxTripsPerPerson: 30,
      name: 'us',
      source: 'The office',
    },
  });
});

test.each([
  [['--areas', 'a.csv'], /^--trips is missing/u],
  [['--trips', 'a.csv'], /^--areas is missing/u],
  [[...two, '--map', 'week'], /^--map must be pairs/u],
  [[...two, '--map-areas', '=x'], /^--map-areas must be pairs/u],
  [[...two, '--max-trips-per-person', '0'], /^--max-trips-per-person must be a whole number/u],
  [[...two, '--max-trips-per-person', 'few'], /^--max-trips-per-person must be a whole number/u],
  [[...two, '--name', '../x'], /^--name must be/u],
  [[...two, '--colour', 'red'], /Unknown option '--colour'/u],
  [[...two, '--trips'], /argument missing/u],
  [['trips.csv'], /Unexpected argument 'trips\.csv'/u],
])('what is not understood is told in a sentence: %j', (argv, message) => {
  const read = readImportArguments(argv);
  expect(read.kind === 'misunderstood' && read.message).toMatch(message);
  expect(read.kind === 'misunderstood' && read.message).not.toContain('\n');
});

test('help is help', () => {
  expect(readImportArguments(['--help'])).toEqual({ kind: 'help' });
});
