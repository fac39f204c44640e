import { addDays, type IsoDate } from '#src/week.ts';

const regions = [
  { code: 'R1', name: 'Northmark' },
  { code: 'R2', name: 'Midvale' },
  { code: 'R3', name: 'Southfen' },
] as const;

/** By number: the region of district i is ⌊i ÷ 4⌋. */
export const districts = [
  'Aldmere',
  'Brackton',
  'Coldbrook',
  'Dunmoor',
  'Elverton',
  'Fernhollow',
  'Greyford',
  'Harrowby',
  'Ivelton',
  'Jarrowdale',
  'Kelmarsh',
  'Lowstoft',
].map((name, at) => ({
  code: `D${String(at + 1).padStart(2, '0')}`,
  name,
  region: `R${Math.floor(at / 4) + 1}`,
}));

/** The country that is attacked: three regions with four districts each. Rows: code, name, level, parent. */
export const areas: readonly (readonly [string, string, string, string | undefined])[] = [
  ['K', 'Kestria', 'country', undefined],
  ...regions.map(({ code, name }) => [code, name, 'region', 'K'] as const),
  ...districts.map(({ code, name, region }) => [code, name, 'district', region] as const),
];

/** The values of the modes, and the words for them. */
export const modes = ['car', 'rail', 'cycle'] as const;
export const modeLabels = ['Car', 'Rail', 'Cycle'] as const;

/** The Mondays of 39 weeks: three eligibility windows. */
export const weeks: readonly IsoDate[] = Array.from({ length: 39 }, (_, at) =>
  addDays('2021-01-04', 7 * at),
);

/** T of the release. */
export const threshold = 10;
/** b of the release. Whole tens below 400 are shown as they are, so that rounding hides nothing from the attacker. */
export const base = 30;

const from = (week: number, day = 0): IsoDate => addDays(weeks[week] ?? '', day);
const invented = { source: 'Invented', url: 'https://example.org', confidence: 'high' };

/** Two events of the home working family, one with a day of its own in each region, and a local one. */
export const events = [
  {
    slug: 'stay-home',
    area: 'K',
    date: from(9, 2),
    kind: 'wfh_introduced',
    clause: 'the guidance began',
    label: 'Guidance began',
  },
  {
    slug: 'lift-date',
    area: 'R1',
    date: from(22, 2),
    kind: 'wfh_lifted',
    clause: 'the guidance ended',
    label: 'Guidance ended',
  },
  {
    slug: 'lift-date',
    area: 'R2',
    date: from(24, 0),
    kind: 'wfh_lifted',
    clause: 'the guidance ended',
    label: 'Guidance ended',
  },
  {
    slug: 'fair',
    area: 'D02',
    date: from(30, 4),
    kind: 'fair',
    clause: 'the fair opened',
    label: 'Fair opened',
  },
].map((event) => ({ ...event, ...invented }));

/** Weeks that are not ordinary. */
export const holidays = [
  { area: 'K', from: from(6), to: from(6, 4), kind: 'schoolHoliday', label: 'Half term' },
  { area: 'R3', from: from(27), to: from(27), kind: 'bankHoliday', label: 'River day' },
];
