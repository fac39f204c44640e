import type { ChartWords } from '#charts/chart-words.ts';
import type { Cell, FoundWeek, TrendFinding, WeekFlag } from '#src/finding.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { addDays, dayNumber } from '#src/week.ts';
import { caseNamed } from '#test/support/case-named.ts';

type Raw = TrendFinding extends infer F
  ? { -readonly [K in keyof F as K extends symbol ? never : K]: F[K] }
  : never;

/** A finding for tests alone. */
export function finding(parts: Partial<Raw> & Pick<Raw, 'weeks'>): TrendFinding {
  // Invented numbers: nothing is disclosed, and `protect()` is not under test here.
  const { name } = parts.area ?? ordinary.area;
  return { ...ordinary, name, ...parts } as TrendFinding;
}

const ordinary: Omit<Raw, 'weeks'> = {
  kind: 'trend',
  area: { code: 'T12000001', name: 'Northmere', level: 'region', parent: undefined },
  ends: { origin: undefined, destination: 'Northmere' },
  name: 'Northmere',
  against: 'before',
  mode: undefined,
  release: {
    releaseId: 'r1',
    dataset: 'invented',
    source: 'Invented figures',
    synthetic: true,
    firstDay: '2020-01-06',
    lastDay: '2022-12-25',
    mechanism: 'dependentRounding',
    policyHash: '0'.repeat(64),
    keyId: 'k1',
    threshold: 10,
    base: 100,
    rounding: 100,
    attackedBlocks: 12,
  },
  since: undefined,
  events: [],
  periods: [],
  usual: undefined,
  change: undefined,
  context: undefined,
  partly: undefined,
  period: undefined,
  yearBefore: undefined,
  bound: 0,
};

/** Weeks from a Monday; a number is published, 'c' withheld, 'z' missing. */
export function weeksFrom(
  first: string,
  values: readonly (number | 'c' | 'z')[],
  flags: Readonly<Record<string, WeekFlag>> = {},
): readonly FoundWeek[] {
  return values.map((value, index) => {
    const week = addDays(first, index * 7);
    return { week, trips: cellOf(value), flag: flags[week] };
  });
}

/** Cells written in a row: '500 c z'. */
function cells(text: string): readonly (number | 'c' | 'z')[] {
  return text.split(' ').map((cell) => (cell === 'c' || cell === 'z' ? cell : Number(cell)));
}

function cellOf(value: number | 'c' | 'z'): Cell {
  if (value === 'c') return { kind: 'suppressed' };
  return value === 'z' ? { kind: 'notApplicable' } : { kind: 'published', value };
}

/** A policy event of the invented place. */
export function event(date: string, label: string): PolicyEvent {
  const slug = label.toLowerCase().replaceAll(/[^a-z]+/gu, '-');
  return {
    slug,
    area: 'T12000001',
    date,
    kind: 'test',
    clause: label,
    label,
    source: 'Invented',
    url: 'https://example.test/',
  };
}

const christmas: WeekFlag = { kind: 'christmas', label: 'Christmas' };

/** A wave with a slow rise and a little unevenness, the same every time. */
function wave(count: number, level: number, swing: number, rise = 0): number[] {
  return Array.from({ length: count }, (_, i) => {
    const uneven = Math.sin(i * 2.3) * 0.35 + Math.sin(i * 5.1) * 0.2;
    return Math.round((level + rise * i + swing * (Math.sin(i / 7) + uneven)) / 100) * 100;
  });
}

export const words: ChartWords = {
  title: 'Trips in Northmere rose 14% after the work from home guidance ended',
  subtitle: 'Trips a week that end in Northmere, all modes, 27 September 2021 to 27 March 2022',
  source: [
    'Grey: weeks with holidays, which are not compared. Blue band: where weeks would be expected had nothing changed.',
    'Source: invented figures, release r1. Figures are rounded and protected against disclosure.',
  ],
  alt: 'Line chart of weekly trips in Northmere.',
  usualLabel: 'Expected range had nothing changed',
  trips: 'Trips a week',
};

const lift = event('2022-01-19', 'Work from home guidance ended');

function halfYear(): TrendFinding {
  const before = wave(11, 121e6, 1.6e6);
  const guidance = [112e6, 106.4e6, 81.2e6, 78.6e6, 101.3e6, 105.2e6];
  const after = [111.8e6, 118.9e6, 121.7e6, 123.1e6, 122.2e6, 124.9e6, 126.4e6, 125.8e6, 127.9e6];
  return finding({
    weeks: weeksFrom('2021-09-27', [...before, ...guidance, ...after], {
      '2021-12-20': christmas,
      '2021-12-27': christmas,
    }),
    since: { date: '2022-01-19', event: lift },
    events: [lift],
    periods: [{ from: '2021-12-13', to: '2022-01-19', label: 'Work from home guidance began' }],
    usual: { from: '2021-11-15', to: '2022-02-20', low: 117.6e6, high: 124.4e6 },
  });
}

const crowded = [
  lift,
  event('2022-01-17', 'Schools reopened'),
  event('2022-01-20', 'Face coverings no longer advised'),
  event('2022-01-27', 'Remaining measures ended'),
  event('2021-12-13', 'Work from home guidance began'),
  event('2022-03-14', 'Travel rules ended'),
];

/** The charts kept as golden files: every shape a trend may take. */
export const shapes: Readonly<
  Record<string, { readonly finding: TrendFinding; readonly words: ChartWords }>
> = {
  'half-year': { finding: halfYear(), words },
  'three-years': {
    finding: finding({
      area: {
        code: 'T08000009',
        name: 'Bournemouth, Christchurch and Poole',
        level: 'district',
        parent: undefined,
      },
      weeks: weeksFrom('2020-01-06', [
        ...wave(10, 4.1e6, 1e5),
        ...wave(12, 1.1e6, 1.2e5, 3e4),
        ...wave(30, 2.3e6, 2e5, 2e4),
        ...wave(12, 1.6e6, 1.3e5, 2e4),
        ...wave(92, 2.9e6, 1.8e5, 1.2e4),
      ]),
      since: { date: '2021-07-19', event: event('2021-07-19', 'Most restrictions ended') },
      events: [
        event('2021-07-19', 'Most restrictions ended'),
        event('2020-03-23', 'First lockdown began'),
        event('2020-11-05', 'Second lockdown began'),
        event('2021-01-06', 'Third lockdown began'),
      ],
      periods: [
        { from: '2020-03-23', to: '2020-05-13', label: 'Lockdown' },
        { from: '2020-11-05', to: '2020-12-02', label: 'Lockdown' },
        { from: '2021-01-06', to: '2021-03-29', label: 'Lockdown' },
      ],
      usual: { from: '2021-06-07', to: '2021-08-15', low: 2.9e6, high: 3.35e6 },
    }),
    words: {
      ...words,
      title:
        'Trips in Bournemouth, Christchurch and Poole were 8% higher in the eight weeks after most restrictions ended than in the eight weeks before them',
      subtitle:
        'Trips a week that end in Bournemouth, Christchurch and Poole, all modes, 6 January 2020 to 1 January 2023',
    },
  },
  'withheld-gaps': {
    finding: finding({
      area: { code: 'T04000007', name: 'Isle of Skerry', level: 'district', parent: undefined },
      weeks: weeksFrom(
        '2022-01-03',
        cells('1200 1400 c 1300 c c c 900 1100 z 1500 1600 c 1500 c 1400 1700 1800 1600 c'),
        { '2022-04-11': { kind: 'bankHoliday', label: 'Easter' } },
      ),
      since: { date: '2022-02-24', event: undefined },
      usual: { from: '2022-01-03', to: '2022-02-14', low: 1100, high: 1500 },
    }),
    words: {
      ...words,
      title: 'Trips in Isle of Skerry were too few to compare',
      subtitle: 'Trips a week that end in Isle of Skerry, all modes, 3 January to 22 May 2022',
      source: [...words.source, '[c] marks weeks withheld to protect confidentiality.'],
    },
  },
  'no-event': {
    finding: finding({ weeks: weeksFrom('2021-01-04', wave(52, 1.42e9, 2.6e7, 4e6)) }),
    words: {
      ...words,
      title: 'Trips in Northmere, January 2021 to January 2022',
      subtitle: 'Trips a week that end in Northmere, all modes',
    },
  },
  'crowded-events': {
    finding: finding({ ...halfYear(), events: crowded }),
    words,
  },
  'six-weeks': {
    finding: finding({
      area: { code: 'T04000011', name: 'Blaenau Gwyn', level: 'district', parent: undefined },
      weeks: weeksFrom('2021-12-13', [700, 500, 400, 600, 900, 1000], { '2021-12-27': christmas }),
      since: { date: '2022-01-05', event: event('2022-01-05', 'Schools reopened') },
      events: [
        event('2022-01-05', 'Schools reopened'),
        event('2022-01-19', 'Work from home guidance ended'),
      ],
    }),
    words: {
      ...words,
      title: 'Trips in Blaenau Gwyn since schools reopened',
      subtitle: 'Trips a week that end in Blaenau Gwyn by bus, 13 December 2021 to 23 January 2022',
    },
  },
  'all-withheld': {
    finding: finding({
      weeks: weeksFrom(
        '2022-01-03',
        Array.from({ length: 16 }, () => 'c' as const),
      ),
      since: { date: '2022-02-24', event: event('2022-02-24', 'Remaining measures ended') },
      events: [event('2022-02-24', 'Remaining measures ended')],
      usual: undefined,
    }),
    words: {
      ...words,
      title: 'Trips in Northmere by ferry are withheld',
      source: ['Source: invented figures. [c] marks weeks withheld to protect confidentiality.'],
    },
  },
};

/** The shape of a name. */
export const shapeNamed = (name: string) => caseNamed(shapes, name);

/** The day number of a date, for expectations. */
export const day = dayNumber;
