import type { MethodFinding } from '#src/method-finding.ts';
import type { MethodSettings } from '#src/statistics/method-settings.ts';
import type { MethodLimits } from '#src/statistics/method/method-limits.ts';
import { protectionRows } from '#src/summary/protection-rows.ts';

/** What one number means, and how it is written. */
type Row<T, K extends keyof T> = readonly [meaning: string, show: (value: T[K]) => string];
type Rows<T> = { readonly [K in keyof T]: Row<T, K> };

const plain = (value: number): string => String(value);
const percent = (value: number): string => `${value}%`;
const times = (value: number): string => `${value} times the error bound`;

/** Every setting of the method: one without a row does not compile. */
const settingRows: Rows<MethodSettings> = {
  beforeWeeks: ['Ordinary weeks compared before a date', plain],
  afterWeeks: ['Ordinary weeks compared after a date', plain],
  lookBackWeeks: ['Weeks before a date in which those before must lie', plain],
  historyWeeks: ['Weeks before a date whose earlier changes give the likely range', plain],
  minimumHistory: ['Ordinary weeks among them without which we give no range', plain],
  minimumBefore: ['Ordinary weeks needed before a date', plain],
  minimumAfter: ['Ordinary weeks needed after a date', plain],
  tail: [
    'Likely ranges that should hold the true change',
    (tail) => percent(Math.round(1000 * (1 - tail)) / 10),
  ],
  smallestClearPercent: ['Smallest change that we call a rise or fall', percent],
  similarWithinPercent: ['Furthest that the range of a similar change may reach', percent],
  barrierKinds: [
    'Events that no comparison reaches across',
    (kinds) => kinds.map((kind) => `${kind}*`).join(', '),
  ],
  drawnWeeksBefore: ['Weeks drawn before a date', plain],
  drawnWeeks: ['Weeks drawn where no date is asked about', plain],
};

const limitRows: Rows<MethodLimits> = {
  shownFrom: ['Trips are shown from', times],
  percentFrom: ['Percentages are given from', times],
  wholePercentFrom: ['Percentages are whole from', times],
  nearestPercent: ['Other percentages go to the nearest', percent],
  clearFrom: ['A rise or fall must exceed what protection could do', (value) => `${value} times`],
  mostUnknownPercent: [
    'Trips by where they start: the most that may be counted elsewhere',
    percent,
  ],
  mostly: ['Share of earlier changes that “mostly” means', percent],
};

function rowsOf<T extends object>(rows: Rows<T>, values: T): readonly (readonly string[])[] {
  // The keys of a closed record are its own.
  const keys = Object.keys(rows) as (keyof T & string)[];
  return keys.map((key) => [rows[key][0], rows[key][1](values[key]), key]);
}

/** Every number that changes are measured by: what it is, its value, and its name in the settings. */
export const methodRows = ({ rules }: MethodFinding): readonly (readonly string[])[] => [
  ...rowsOf(settingRows, rules.settings),
  ...rowsOf(limitRows, rules.limits),
];

const mechanisms: Readonly<Record<string, string>> = { dependentRounding: 'drawn at random' };

/** How the release is protected. */
export const mechanismRows = ({ release }: MethodFinding): readonly (readonly string[])[] => [
  [
    'How small flows are protected',
    mechanisms[release.mechanism] ?? release.mechanism,
    release.mechanism,
  ],
  ...protectionRows(release),
];
