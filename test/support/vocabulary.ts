import type { Area } from '#src/area.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { PolicyEvent } from '#src/policy-event.ts';

const at =
  (level: string, parent: string | undefined) =>
  (code: string, name: string): Area => ({ code, name, level, parent });

const kingdom = at('kingdom', undefined);
const country = at('country', 'K02000001');
const region = at('region', 'E92000001');
const wales = at('district', 'W92000004');
const scotland = at('district', 'S92000003');
const northernIreland = at('district', 'N92000002');
const northEast = at('district', 'E12000001');
const yorkshire = at('district', 'E12000003');
const westMidlands = at('district', 'E12000005');
const london = at('district', 'E12000007');
const southWest = at('district', 'E12000009');

/** Places of the United Kingdom. Wales is listed at two levels with one code, as countries that are also regions are. */
const ukAreas: readonly Area[] = [
  kingdom('K02000001', 'United Kingdom'),
  country('E92000001', 'England'),
  country('W92000004', 'Wales'),
  country('S92000003', 'Scotland'),
  country('N92000002', 'Northern Ireland'),
  at('region', 'K02000001')('W92000004', 'Wales'),
  region('E12000001', 'North East'),
  region('E12000002', 'North West'),
  region('E12000003', 'Yorkshire and The Humber'),
  region('E12000004', 'East Midlands'),
  region('E12000005', 'West Midlands'),
  region('E12000006', 'East of England'),
  region('E12000007', 'London'),
  region('E12000008', 'South East'),
  region('E12000009', 'South West'),
  northEast('E08000021', 'Newcastle upon Tyne'),
  northEast('E06000047', 'County Durham'),
  at('district', 'E12000002')('E08000013', 'St. Helens'),
  yorkshire('E08000035', 'Leeds'),
  yorkshire('E06000014', 'York'),
  yorkshire('E06000010', 'Kingston upon Hull, City of'),
  yorkshire('E07000166', 'Richmondshire'),
  westMidlands('E08000028', 'Sandwell'),
  westMidlands('E08000025', 'Birmingham'),
  westMidlands('E07000195', 'Newcastle-under-Lyme'),
  london('E09000027', 'Richmond upon Thames'),
  london('E09000021', 'Kingston upon Thames'),
  london('E09000013', 'Hammersmith and Fulham'),
  london('E09000020', 'Kensington and Chelsea'),
  london('E09000001', 'City of London'),
  southWest('E06000058', 'Bournemouth, Christchurch and Poole'),
  southWest('E07000040', 'East Devon'),
  southWest('E07000042', 'Mid Devon'),
  southWest('E07000043', 'North Devon'),
  southWest('E06000023', 'Bristol, City of'),
  wales('W06000015', 'Cardiff'),
  wales('W06000011', 'Swansea'),
  wales('W06000001', 'Isle of Anglesey'),
  scotland('S12000036', 'City of Edinburgh'),
  scotland('S12000049', 'Glasgow City'),
  northernIreland('N09000003', 'Belfast'),
  northernIreland('N09000005', 'Derry City and Strabane'),
];

const ukAliases: Vocabulary['aliases'] = [
  { alias: 'UK', code: 'K02000001' },
  { alias: 'the United Kingdom', code: 'K02000001' },
  { alias: 'Y Deyrnas Unedig', code: 'K02000001' },
  { alias: 'N. Ireland', code: 'N92000002' },
  { alias: 'Cymru', code: 'W92000004' },
  { alias: 'the North East', code: 'E12000001' },
  { alias: 'the West Midlands', code: 'E12000005' },
  { alias: 'Yorkshire', code: 'E12000003' },
  { alias: 'East', code: 'E12000006' },
  { alias: 'Greater London', code: 'E12000007' },
  { alias: 'Llundain', code: 'E12000007' },
  { alias: 'Newcastle', code: 'E08000021' },
  { alias: 'Richmond', code: 'E09000027' },
  { alias: 'Kingston', code: 'E09000021' },
  { alias: 'Hull', code: 'E06000010' },
  { alias: 'Durham', code: 'E06000047' },
  { alias: 'The City', code: 'E09000001' },
  { alias: 'BCP', code: 'E06000058' },
  { alias: 'Bristol', code: 'E06000023' },
  { alias: 'Caerdydd', code: 'W06000015' },
  { alias: 'Ynys Môn', code: 'W06000001' },
  { alias: 'Edinburgh', code: 'S12000036' },
];

/** A dated fact of a fixture; the clause is what sentences say of it. */
const event = (
  slug: string,
  area: string,
  date: string,
  clause: string,
  kind = slug,
): PolicyEvent => ({
  slug,
  area,
  date,
  kind,
  clause,
  label: clause,
  source: 'fixture',
  url: '',
});

const lifted = (slug: string, area: string, date: string, clause: string) =>
  event(slug, area, date, clause, 'wfh_lifted');

const lockdown = (area: string) =>
  event('lockdown-1', area, '2020-03-23', 'a stay at home order was announced');

/** About forty places of the United Kingdom, four modes and a few dates: the four nations lifted on four days. */
export const ukVocabulary: Vocabulary = {
  areas: ukAreas,
  aliases: ukAliases,
  modes: [
    { value: 'car', label: 'Car' },
    { value: 'rail', label: 'Rail' },
    { value: 'bus', label: 'Bus' },
    { value: 'active', label: 'Walking and cycling' },
  ],
  events: [
    ...['E92000001', 'W92000004', 'S92000003', 'N92000002'].map(lockdown),
    lifted('freedom-day', 'E92000001', '2021-07-19', 'the instruction to work from home ended'),
    event('plan-b', 'E92000001', '2021-12-13', 'work from home guidance began'),
    lifted('lift-date', 'E92000001', '2022-01-19', 'the work from home guidance ended'),
    event('plan-b-end', 'E92000001', '2022-01-27', 'most restrictions ended'),
    lifted('lift-date', 'W92000004', '2022-01-28', 'the legal requirement to work from home ended'),
    lifted('lift-date', 'S92000003', '2022-01-31', 'hybrid working replaced the guidance'),
    lifted('lift-date', 'N92000002', '2022-06-06', 'the work from home guidance was removed'),
  ],
  firstDay: '2020-01-06',
  lastDay: '2022-10-30',
};

const state = (code: string, name: string, parent: string) => at('state', parent)(code, name);

/** States of another country: codes in figures, short names for codes, one event for all and no modes told apart. */
export const usVocabulary: Vocabulary = {
  areas: [
    at('nation', undefined)('US', 'United States'),
    at('division', 'US')('R1', 'Northeast'),
    at('division', 'US')('R3', 'South'),
    at('division', 'US')('R4', 'West'),
    state('06', 'California', 'R4'),
    state('53', 'Washington', 'R4'),
    state('41', 'Oregon', 'R4'),
    state('36', 'New York', 'R1'),
    state('34', 'New Jersey', 'R1'),
    state('11', 'District of Columbia', 'R3'),
    state('54', 'West Virginia', 'R3'),
    state('37', 'North Carolina', 'R3'),
    state('45', 'South Carolina', 'R3'),
  ],
  aliases: [
    { alias: 'USA', code: 'US' },
    { alias: 'the United States', code: 'US' },
    { alias: 'CA', code: '06' },
    { alias: 'WA', code: '53' },
    { alias: 'OR', code: '41' },
    { alias: 'NY', code: '36' },
    { alias: 'NJ', code: '34' },
    { alias: 'DC', code: '11' },
    { alias: 'Washington DC', code: '11' },
  ],
  modes: [{ value: 'all', label: 'All transport' }],
  events: [event('emergency', 'US', '2020-03-13', 'a national emergency was declared')],
  firstDay: '2020-01-06',
  lastDay: '2021-01-03',
};

/** The United Kingdom with namesakes, so that names alone do not tell places apart. */
export const namesakeVocabulary: Vocabulary = {
  ...ukVocabulary,
  areas: [
    ...ukVocabulary.areas,
    { code: 'E47000007', name: 'West Midlands', level: 'combined authority', parent: 'E12000005' },
    { code: 'E47000099', name: 'Leeds', level: 'combined authority', parent: 'E12000003' },
    { code: 'X1', name: 'Leeds', level: 'district', parent: 'E12000003' },
    { code: 'X2', name: 'Trend', level: 'district', parent: 'E12000003' },
    { code: 'X3', name: 'All Since "By"', level: 'district', parent: 'E12000003' },
  ],
};

/** The United Kingdom where one kind of transport is two, and another has a label of several words. */
export const tubeVocabulary: Vocabulary = {
  ...ukVocabulary,
  modes: [
    { value: 'car', label: 'Car' },
    { value: 'rail', label: 'Rail and Tube' },
    { value: 'bus', label: 'Bus' },
    { value: 'active', label: 'Walking and cycling' },
  ],
};

/** Places none of which is part of another, without dates that have a name. */
export const flatVocabulary: Vocabulary = {
  areas: ['West', 'Virginia', 'West Virginia', 'Ash, Elm and Oak', 'Elm'].map((name, i) => ({
    code: `F${i}`,
    name,
    level: 'county',
    parent: undefined,
  })),
  aliases: [],
  modes: [
    { value: 'bus', label: 'Bus' },
    { value: 'coach', label: 'Coach' },
  ],
  events: [],
  firstDay: '2021-01-04',
  lastDay: '2021-12-26',
};
