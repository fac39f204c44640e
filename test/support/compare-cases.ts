import type { Area } from '#src/area.ts';
import type { ComparedBy, NoEvent } from '#src/compare-finding.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { When } from '#src/grammar/ask.ts';
import type { CompareInput, ItemInput } from '#src/statistics/compare/compare-input.ts';
import { weekdayNames } from '#src/statistics/compare/weekday-names.ts';
import { weekdayWeeks, type DailyRow } from '#src/statistics/compare/weekday-weeks.ts';
import { everyWeek } from '#src/statistics/trend/every-week.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import { addDays } from '#src/week.ts';
import { event, release, settings, weeklyRows } from '#test/support/trend-input.ts';

const country: Area = { code: 'A', name: 'Arden', level: 'country', parent: undefined };
const reopening: When = { date: '2022-03-16', event: event({}) };

type Parts = Partial<TrendInput> & {
  readonly spoken?: string;
  readonly on?: When | NoEvent | undefined;
};

/** A place whose trips are `level(week)` of a base, with what else is to differ from the usual. */
export function placeItem(name: string, rows: TrendInput['rows'], parts: Parts = {}): ItemInput {
  const { spoken = name, on: _, ...part } = parts;
  const since = 'on' in parts ? parts.on : reopening;
  const events = since !== undefined && 'event' in since && since.event ? [since.event] : [];
  const trend: TrendInput = {
    chain: [{ code: `A-${name}`, name, level: 'region', parent: 'A' }, country],
    ends: { origin: undefined, destination: spoken },
    name,
    spokenLarger: 'Arden',
    mode: undefined,
    against: 'before',
    since: undefined,
    lastDay: '2022-12-18',
    isEnded: false,
    rows,
    calendar: [{ week: '2022-04-11', kind: 'bankHoliday', label: 'Spring holiday' }],
    events,
    touching: events,
    rest: undefined,
    bound: 400,
    release,
    settings,
    ...part,
  };
  return { name, spoken, since, weeks: everyWeek(trend), trend };
}

/** A step in the week of the event by so much, over noise of so much. */
export const step = (factor: number, noise = 0, base = 1_000_000): TrendInput['rows'] =>
  weeklyRows((index) => (index < 62 ? 1 : factor) * (1 + noise * Math.cos(index * 2.3)), base);

/** A comparison of the items given. */
export const compareInput = (
  items: readonly ItemInput[],
  part: Partial<CompareInput> = {},
): CompareInput => ({
  of: 'place',
  asked: 'date',
  release,
  mode: undefined,
  ends: { origin: undefined, destination: undefined },
  items,
  rows: items.flatMap(({ trend }) => trend.rows),
  ...part,
});

/** Rows of days for tests alone, a seventh of each week's trips each. */
export function dailyRows(
  weeks: TrendInput['rows'],
  share: (weekday: number, week: number) => number = () => 1,
): readonly DailyRow[] {
  const rows = weeks.flatMap(({ week, trips }, index) => {
    const parts = weekdayNames.map((_, day) => share(day, index));
    const whole = parts.reduce((sum, part) => sum + part, 0);
    const days = parts.map((part) => Math.floor((trips * part) / whole));
    const left = trips - days.reduce((sum, day) => sum + day, 0);
    return days.map((day, weekday) => ({
      date: addDays(week, weekday),
      trips: weekday === 0 ? day + left : day,
      withheld: 0,
    }));
  });
  // Only tests may call invented rows protected.
  return rows as unknown as readonly Protected<(typeof rows)[number]>[];
}

function weekdays(share: (weekday: number, week: number) => number, parts: Parts = {}) {
  const base = placeItem('Leeds', step(1), parts);
  const days = dailyRows(base.trend.rows, share);
  return compareInput(
    weekdayNames.map((name, weekday) => ({
      ...base,
      name,
      spoken: `${name}s`,
      weeks: weekdayWeeks(weekday, days, base.weeks, base.trend),
    })),
    ofEnds('weekday'),
  );
}

const ofEnds = (of: ComparedBy) => ({
  of,
  ends: { origin: undefined, destination: 'the North' },
});

const own = (date: string, clause: string, kind = 'wfh_lifted'): When => ({
  date,
  event: event({ date, clause, kind }),
});

const latest = (name: string, factor: number, parts: Parts = {}): ItemInput =>
  placeItem(
    name,
    weeklyRows((index) => (index < 101 ? 1 : factor)),
    { on: undefined, ...parts },
  );

const many = (count: number, factor: (index: number) => number): readonly ItemInput[] =>
  Array.from({ length: count }, (_, index) =>
    placeItem(
      `Place ${String.fromCharCode(65 + (index % 26), 65 + Math.floor(index / 26))}`,
      step(factor(index)),
    ),
  );

const holiday = [{ week: '2022-12-12', kind: 'schoolHoliday', label: 'Winter holiday' }];
const bus = { value: 'bus', label: 'Bus' };

/** Every branch of what a comparison can say, by name. */
export const compareCases: Readonly<Record<string, CompareInput>> = {
  'two that rose, one by more': compareInput([
    placeItem('London', step(1.3)),
    placeItem('Wales', step(1.1)),
  ]),
  'two that rose, with ranges that meet': compareInput([
    placeItem('London', step(1.2)),
    placeItem('Wales', step(1.19)),
  ]),
  'two that fell, one by more': compareInput([
    placeItem('London', step(0.7)),
    placeItem('Wales', step(0.9)),
  ]),
  'one that rose and one that fell': compareInput([
    placeItem('London', step(1.2)),
    placeItem('North West', step(0.8), { spoken: 'the North West' }),
  ]),
  'one similar and one not clear': compareInput([
    placeItem('London', step(1.004)),
    placeItem('Wales', step(1.06, 0.06)),
  ]),
  'two not clear': compareInput([
    placeItem('London', step(1.05, 0.06)),
    placeItem('Wales', step(1.06, 0.06)),
  ]),
  'two not clear, one up and one down': compareInput([
    placeItem('London', step(1.05, 0.06)),
    placeItem('Wales', step(0.96, 0.06)),
  ]),
  'two similar': compareInput([placeItem('London', step(1)), placeItem('Wales', step(1.004))]),
  'all similar': compareInput([
    placeItem('London', step(1)),
    placeItem('Kent', step(1.004)),
    placeItem('Wales', step(0.998)),
  ]),
  'two with long names': compareInput([
    placeItem('Bournemouth, Christchurch and Poole', step(1.2)),
    placeItem('Armagh City, Banbridge and Craigavon', step(0.98, 0.06)),
  ]),
  'two with dates of their own': compareInput([
    placeItem('London', step(1.2)),
    placeItem('Wales', step(1.1), {
      on: own('2022-03-25', 'the law to work from home ended', 'wfh_law_lifted'),
    }),
  ]),
  'four with dates of their own': compareInput([
    placeItem('London', step(1.2)),
    placeItem('Kent', step(1.2)),
    placeItem('Wales', step(1.1), { on: own('2022-03-25', 'the law ended', 'wfh_law_lifted') }),
    placeItem('Orkney Islands', step(1.1), {
      spoken: 'the Orkney Islands',
      on: own('2022-05-25', 'hybrid working began'),
    }),
  ]),
  'six dates': compareInput(
    ['2022-03-07', '2022-03-09', '2022-03-16', '2022-03-23', '2022-04-20', '2022-05-04'].map(
      (date, index) =>
        placeItem(`Place ${String.fromCharCode(65 + index)}`, step(1.1), {
          on: own(date, 'it ended'),
        }),
    ),
  ),
  'a plain date': compareInput([
    placeItem('London', step(1.2), { on: { date: '2022-03-16', event: undefined } }),
    placeItem('Wales', step(1.1), { on: { date: '2022-03-16', event: undefined } }),
  ]),
  'all rose, one most': compareInput([
    placeItem('London', step(1.4)),
    placeItem('Wales', step(1.1)),
    placeItem('Kent', step(1.12)),
  ]),
  'all fell, one most': compareInput([
    placeItem('London', step(0.6)),
    placeItem('Wales', step(0.9)),
    placeItem('Kent', step(0.88)),
  ]),
  'all rose by the same': compareInput(many(3, () => 1.2)),
  'the leader is clear of some': compareInput([
    placeItem('London', step(1.2)),
    placeItem('Kent', step(1.19)),
    placeItem('Wales', step(1.05)),
    placeItem('Fife', step(1)),
  ]),
  'the leader is clear of many': compareInput(many(12, (index) => 1.2 - 0.02 * index)),
  'all verdicts': compareInput([
    placeItem('London', step(1.2)),
    placeItem('Kent', step(0.8)),
    placeItem('Wales', step(1)),
    placeItem('Fife', step(1.06, 0.06)),
  ]),
  'none is clear': compareInput([
    placeItem('London', step(1.06, 0.06)),
    placeItem('Kent', step(0.95, 0.06)),
    placeItem('Wales', step(1.05, 0.06)),
  ]),
  'none is clear, some are similar': compareInput([
    placeItem('London', step(1)),
    placeItem('Kent', step(1.01)),
    placeItem('Wales', step(1.05, 0.06)),
  ]),
  'none is clear of those with a figure': compareInput([
    placeItem('London', step(1.06, 0.06)),
    placeItem('Kent', step(0.95, 0.06)),
    placeItem('Wales', step(1.05, 0.06)),
    placeItem('Rutland', []),
  ]),
  'an unclear fall is larger than those that are clear': compareInput([
    placeItem('London', step(0.95)),
    placeItem('Kent', step(0.94)),
    placeItem('Wales', step(0.85, 0.2)),
  ]),
  'one of two has the event': compareInput([
    placeItem('London', step(1.2)),
    placeItem('Wales', step(1.1), { on: { date: '2022-03-16', event: undefined } }),
  ]),
  'withheld in some': compareInput([
    placeItem('London', step(1.2)),
    placeItem('Rutland', step(1, 0, 700)),
    placeItem('Fife', step(1, 0, 3000)),
  ]),
  'too small in some': compareInput([
    placeItem('London', step(1.2)),
    placeItem('Wales', step(1.1)),
    ...['Isles of Scilly', 'Rutland', 'Kingston upon Hull'].map((name) =>
      placeItem(name, step(1, 0, 3000), { spoken: `the ${name}` }),
    ),
  ]),
  'too small in many': compareInput([
    placeItem('London', step(1.2)),
    ...many(30, () => 1).map((item) => placeItem(item.name, step(1, 0, 3000))),
  ]),
  'too small in all': compareInput(many(3, () => 1).map(({ name }) => placeItem(name, []))),
  'every reason': compareInput([
    placeItem('London', step(1.2)),
    placeItem('Wales', step(1.2), { on: { kind: 'noEvent', slug: 'reopening', dates: 'none' } }),
    placeItem('Arden', step(1.2), { on: { kind: 'noEvent', slug: 'reopening', dates: 'several' } }),
    placeItem('Kent', [], { bound: 0 }),
    placeItem('Fife', step(1), { on: { date: '2022-12-07', event: undefined } }),
    placeItem('Bute', step(1), { on: { date: '2021-01-13', event: undefined } }),
    placeItem('York', step(1), {
      touching: [event({ slug: 'back', kind: 'wfh_introduced', date: '2022-03-31' })],
    }),
  ]),
  'one figure of two': compareInput([
    placeItem('London', step(1.2)),
    placeItem('Wales', step(1.2), { on: { kind: 'noEvent', slug: 'reopening', dates: 'none' } }),
  ]),
  'numbers rounded to five': compareInput([
    placeItem('London', step(1.4, 0, 20_000)),
    placeItem('Wales', step(1.1)),
  ]),
  'moved by protection': compareInput([
    placeItem('London', step(1.05), { bound: 24_000 }),
    placeItem('Wales', step(1.2)),
  ]),
  'Christmas among the weeks': compareInput([
    placeItem('London', step(1.2), {
      on: { date: '2022-01-05', event: undefined },
      calendar: [
        { week: '2021-12-20', kind: 'christmas', label: 'Christmas' },
        { week: '2021-12-27', kind: 'christmas', label: 'Christmas' },
      ],
    }),
    placeItem('Wales', step(1.1)),
  ]),
  'far from the date': compareInput([
    placeItem('London', step(1.2), {
      calendar: [0, 7, 14, 21, 28, 35].map((days) => ({
        week: addDays('2022-03-21', days),
        kind: 'schoolHoliday',
        label: 'Spring holiday',
      })),
    }),
    placeItem('Wales', step(1.1)),
  ]),
  'short histories': compareInput(
    ['London', 'Wales'].map((name) =>
      placeItem(
        name,
        weeklyRows((index) => (index < 10 ? 1 : 1.2)),
        { on: { date: '2021-03-17', event: undefined } },
      ),
    ),
  ),
  'a short history of three': compareInput([
    placeItem(
      'Wales',
      weeklyRows((index) => (index < 10 ? 1 : 1.2)),
      { on: { date: '2021-03-17', event: undefined } },
    ),
    placeItem('London', step(1.2)),
    placeItem('Kent', step(1.1)),
  ]),
  modes: compareInput(
    ['Rail and Tube', 'Bus', 'Car'].map((name, index) =>
      placeItem(name, step(1.3 - 0.15 * index), {
        spoken: name.charAt(0).toLowerCase() + name.slice(1),
      }),
    ),
    ofEnds('mode'),
  ),
  'modes that are known in part': compareInput(
    [
      placeItem('Rail and Tube', step(1.2), { spoken: 'rail and Tube' }),
      placeItem('Bus', step(1), {
        spoken: 'bus',
        rest: { name: 'elsewhere in Arden', rows: step(1), larger: undefined },
      }),
    ],
    { of: 'mode', ends: { origin: 'Leeds', destination: undefined } },
  ),
  'modes of which a little is counted elsewhere': compareInput(
    ['Rail and Tube', 'Bus'].map((name, index) =>
      placeItem(name, step(1.2 - 0.1 * index), {
        spoken: name === 'Bus' ? 'bus' : 'rail and Tube',
        rest: {
          name: 'elsewhere in Arden',
          rows: step(1, 0, 10_000 * (index + 1)),
          larger: undefined,
        },
      }),
    ),
    { of: 'mode', ends: { origin: 'Leeds', destination: undefined } },
  ),
  'one mode': compareInput([placeItem('London', step(1.3)), placeItem('Wales', step(1.1))], {
    mode: bus,
  }),
  'all modes': compareInput([placeItem('London', step(1.3)), placeItem('Wales', step(1.1))], {
    mode: { value: 'all', label: 'All transport' },
  }),
  'days of the week': weekdays((day, week) => (day < 5 && week >= 62 ? 1.3 + 0.02 * day : 1)),
  'days of the last week': {
    ...weekdays((day, week) => (day === 2 && week === 101 ? 1.5 : 1), { on: undefined }),
    asked: 'latest',
  },
  'the last week, two': compareInput([latest('London', 1.3), latest('Wales', 0.8)], {
    asked: 'latest',
  }),
  'the last week, two alike': compareInput([latest('London', 1.3), latest('Wales', 1.2)], {
    asked: 'latest',
  }),
  'the last week, several': compareInput(
    [latest('London', 1.3), latest('Wales', 0.8), latest('Kent', 1), latest('Fife', 1.2)],
    { asked: 'latest' },
  ),
  'the last week, a holiday in one': compareInput(
    [
      latest('London', 1.3),
      latest('Kent', 1),
      latest('Fife', 1.02),
      latest('Wales', 1, { calendar: holiday }),
      latest('Bute', 1, { rows: weeklyRows(() => 1, 1_000_000, 101), bound: 0 }),
    ],
    { asked: 'latest' },
  ),
  'the last week, a holiday in all': compareInput(
    [latest('London', 1, { calendar: holiday }), latest('Wales', 1, { calendar: holiday })],
    { asked: 'latest' },
  ),
  'the last week, withheld in one': compareInput(
    [
      latest('London', 1.3),
      latest('Wales', 0.0005),
      latest('Fife', 1, { rows: weeklyRows(() => 1, 3000) }),
      latest('Rutland', 1, { rows: [] }),
    ],
    { asked: 'latest' },
  ),
  'the last week, not unusual': compareInput(
    ['London', 'Wales'].map((name, at) =>
      placeItem(
        name,
        weeklyRows((index) => (index < 101 ? 1 + 0.05 * Math.cos(index * 2.3) : 0.94 - at * 0.02)),
        { on: undefined },
      ),
    ),
    { asked: 'latest' },
  ),
  'synthetic data': compareInput([placeItem('London', step(1.3)), placeItem('Wales', step(1.1))], {
    release: { ...release, synthetic: true },
  }),
};
