import type { Area } from '#src/area.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { MethodSettings } from '#src/statistics/method-settings.ts';
import type { TrendInput, WeeklyRow } from '#src/statistics/trend/trend-input.ts';
import { addDays } from '#src/week.ts';

export const settings: MethodSettings = {
  beforeWeeks: 4,
  afterWeeks: 4,
  lookBackWeeks: 8,
  historyWeeks: 26,
  minimumHistory: 12,
  minimumBefore: 2,
  minimumAfter: 2,
  tail: 0.05,
  smallestClearPercent: 3,
  similarWithinPercent: 10,
  barrierKinds: ['wfh_', 'lockdown_'],
  drawnWeeksBefore: 26,
  drawnWeeks: 52,
};

export const release: ReleaseInfo = {
  releaseId: 'arden-2022-12-18-1a2b3c4d',
  dataset: 'arden',
  source: 'Arden trip survey',
  synthetic: false,
  firstDay: '2021-01-04',
  lastDay: '2022-12-18',
  mechanism: 'dependentRounding',
  policyHash: 'a'.repeat(64),
  keyId: '0123456789ab',
  threshold: 10,
  base: 400,
  rounding: 10,
  attackedBlocks: 12,
};

const country: Area = { code: 'A', name: 'Arden', level: 'country', parent: undefined };
const region: Area = { code: 'A1', name: 'North Arden', level: 'region', parent: 'A' };

export const event = (part: Partial<PolicyEvent>): PolicyEvent => ({
  slug: 'reopening',
  area: 'A',
  date: '2022-03-16',
  kind: 'wfh_lifted',
  clause: 'the home working rule ended',
  label: 'Home working rule ended',
  source: 'Gazette',
  url: 'https://example.org/rule',
  ...part,
});

/** Two years of weeks with a small wave; `level(index)` multiplies week number `index`. */
export function weeklyRows(
  level: (index: number) => number,
  base = 1_000_000,
  weeks = 102,
): readonly Protected<WeeklyRow>[] {
  const rows = Array.from({ length: weeks }, (_, index) => ({
    week: addDays('2021-01-04', 7 * index),
    trips: Math.round(base * level(index) * (1 + 0.01 * Math.sin(index * 1.7))),
  }));
  // Only tests may call invented rows protected.
  return rows as unknown as readonly Protected<WeeklyRow>[];
}

export const trendInput = (part: Partial<TrendInput> = {}): TrendInput => ({
  touching: part.events ?? [event({})],
  chain: [region, country],
  ends: { origin: undefined, destination: 'North Arden' },
  name: 'North Arden',
  against: 'before',
  rest: undefined,
  spokenLarger: 'Arden',
  mode: undefined,
  since: { date: '2022-03-16', event: event({}) },
  lastDay: '2022-12-18',
  isEnded: false,
  rows: weeklyRows((index) => (index < 62 ? 1 : 1.2)),
  calendar: [{ week: '2022-04-11', kind: 'bankHoliday', label: 'Spring holiday' }],
  events: [event({})],
  bound: 400,
  release,
  settings,
  ...part,
});
