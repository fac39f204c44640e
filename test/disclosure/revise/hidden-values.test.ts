import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { protect, type Protection } from '#src/disclosure/protect.ts';
import { smallCountry, smallPolicy } from '#test/disclosure/any-cube.ts';
import { leavesByName, makeCube, type Row } from '#test/disclosure/make-cube.ts';
import { someKey } from '#test/disclosure/some-key.ts';

const { threshold } = smallPolicy;
const flows = [
  ['a1', 'a2'],
  ['a1', 'b1'],
  ['a2', 'd'],
  ['b1', 'a2'],
  ['c', 'd'],
] as const;
const weeks = 3;
const releases = 6;

/** What a leaf is in one release: hidden, with one number of trips in each of two series, or the same in both. */
type Figure =
  | { readonly kind: 'hidden'; readonly x: readonly [number, number] }
  | {
      readonly kind: 'exact';
      readonly devices: number;
      readonly each: number;
      readonly tenths: number;
    };

const anyHidden = fc.nat(threshold - 1);
const anyFigure: fc.Arbitrary<Figure> = fc.oneof(
  fc.record({ kind: fc.constant('hidden'), x: fc.tuple(anyHidden, anyHidden) }),
  fc.record({
    kind: fc.constant('exact'),
    devices: fc.oneof(
      fc.integer({ min: threshold, max: 2 * threshold }),
      fc.integer({ min: threshold, max: 50 }),
    ),
    each: fc.integer({ min: 1, max: 4 }),
    tenths: fc.integer({ min: 1, max: 4 }),
  }),
);

/** One figure per release; some stay as they were. */
const anyHistory = fc
  .array(fc.option(anyFigure, { freq: 3 }), { minLength: releases, maxLength: releases })
  .map((figures) =>
    figures.map((_, at) => figures.slice(0, at + 1).findLast((figure) => figure !== null) ?? empty),
  );
const empty: Figure = { kind: 'hidden', x: [0, 0] };

/** By flow: of each later week. Week 0 is always the same, so that each flow is a leaf of its own. */
const anyHistories = fc.array(
  fc.array(anyHistory, { minLength: weeks - 1, maxLength: weeks - 1 }),
  { minLength: flows.length, maxLength: flows.length },
);

type Histories = readonly (readonly (readonly Figure[])[])[];

function rowsOf(histories: Histories, release: number, series: 0 | 1): readonly Row[] {
  return flows.flatMap(([from, to], flow) => {
    const later = histories[flow]?.flatMap((history, at): readonly Row[] => {
      const row = figureRow(history[release] ?? empty, series);
      return row.trips > 0 ? [{ week: at + 1, from, to, ...row }] : [];
    });
    return [{ week: 0, from, to, trips: 90, devices: 30, top: [3, 3] }, ...(later ?? [])];
  });
}

function figureRow(figure: Figure, series: 0 | 1): Pick<Row, 'trips' | 'devices' | 'top'> {
  if (figure.kind === 'hidden') {
    const trips = figure.x[series];
    return { trips, devices: trips, top: [Math.min(trips, 1), Math.min(trips, 1)] };
  }
  const trips = figure.devices * figure.each;
  const largest = Math.floor((trips * figure.tenths) / 10);
  return { trips, devices: figure.devices, top: [largest, largest] };
}

type Case = {
  readonly histories: Histories;
  readonly policy: DisclosurePolicy;
  readonly knows: boolean;
  readonly key: number;
};

function releaseAll({ histories, policy, knows, key }: Case, series: 0 | 1): readonly Protection[] {
  const made: Protection[] = [];
  for (let release = 0; release < releases; release += 1) {
    const rows = rowsOf(histories, release, series).map(({ top, ...row }) =>
      knows && top ? { ...row, top } : row,
    );
    const options = { stream: someKey(key), releaseId: `r${release}`, series: 's' };
    const raw = makeCube(smallCountry, weeks, rows);
    made.push(protect(raw, policy, options, made.at(-1)?.baseline));
  }
  return made;
}

/** Which leaves stand exact, and as what. All others are hidden. */
function exactOf({ cube }: Protection): Readonly<Record<string, number>> {
  const all = Object.entries(leavesByName(cube));
  return Object.fromEntries(all.filter((_, leaf) => cube.leaves.sensitive[leaf] === 0));
}

test('whatever is hidden, the same leaves are published anew, and as the same', () => {
  const seen = { hidden: 0, shown: 0, frozen: 0 };
  fc.assert(
    fc.property(
      fc.record({
        histories: anyHistories,
        zeros: fc.constantFrom('published' as const, 'protected' as const),
        knows: fc.boolean(),
        key: fc.nat(),
      }),
      ({ zeros, ...rest }) => {
        const one = { ...rest, policy: { ...smallPolicy, zeros } };
        const first = releaseAll(one, 0);
        const second = releaseAll(one, 1);
        let before: Readonly<Record<string, number>> = exactOf(first[0] ?? expect.fail());
        first.forEach((protection, release) => {
          const exact = exactOf(protection);
          const other = second[release] ?? expect.fail();
          expect(exactOf(other)).toEqual(exact);
          expect(other.privileged.revision?.revised).toBe(protection.privileged.revision?.revised);
          seen.hidden += Object.keys(before).filter((name) => !(name in exact)).length;
          seen.shown += Object.keys(exact).filter((name) => !(name in before)).length;
          seen.frozen += protection.privileged.revision?.frozen ?? 0;
          before = exact;
        });
      },
    ),
    { numRuns: 300 },
  );
  expect(seen.hidden).toBeGreaterThan(150);
  expect(seen.shown).toBeGreaterThan(150);
  expect(seen.frozen).toBeGreaterThan(150);
});

/** What readers see of one leaf in two releases, with so many trips in each, of a device each. */
function twice(trips: readonly [number, number], key: number): readonly number[] {
  const policy = { ...smallPolicy, threshold: 10, base: 10 };
  const rows = (x: number): readonly Row[] => [
    { week: 0, from: 'a1', to: 'b1', trips: 50, devices: 50 },
    ...(x > 0 ? [{ week: 1, from: 'a1', to: 'b1', trips: x, devices: x }] : []),
  ];
  const [x, then] = trips.map((each) => makeCube(smallCountry, 2, rows(each)));
  if (x === undefined || then === undefined) throw new Error('no cubes');
  const of = (releaseId: string) => ({ stream: someKey(key), releaseId, series: 's' });
  const first = protect(x, policy, of('r1'));
  const second = protect(then, policy, of('r2'), first.baseline);
  return [first, second].map(({ cube }) => leavesByName(cube)['1 a1>b1 car'] ?? 0);
}

test.each([
  ['hidden, then 11', 11, false],
  ['hidden, then 19', 19, false],
  ['hidden, then 20', 20, true],
])('trips that were %s: shown whatever they were, or never', (_, then, shown) => {
  for (let x = 0; x < 10; x += 1)
    for (let key = 0; key < 20; key += 1) {
      const [first, second] = twice([x, then], key);
      expect(second).toBe(shown ? then : first);
    }
});

test.each([
  ['11, then hidden', 11, false],
  ['19, then hidden', 19, false],
  ['20, then hidden', 20, true],
])('trips that are %s: hidden whatever they are, or never', (_, was, hidden) => {
  for (let x = 0; x < 10; x += 1)
    for (let key = 0; key < 20; key += 1) expect(twice([was, x], key)[1] === was).toBe(!hidden);
});

type Seen = readonly (number | undefined)[];

/** What readers see of one leaf, release by release: another week keeps its flow a leaf of its own. */
function seenOf(
  ...figures: readonly (readonly [trips: number, devices: number, largest: number])[]
): Seen {
  const policy = { ...smallPolicy, threshold: 10, base: 50 };
  const made: Protection[] = [];
  for (const [trips, devices, largest] of figures) {
    const at = { from: 'a1', to: 'b1' };
    const cube = makeCube(smallCountry, 2, [
      { week: 0, ...at, trips, devices, top: [largest, 1] },
      { week: 1, ...at, trips: 900, devices: 300, top: [3, 3] },
    ]);
    const options = { stream: someKey(1), releaseId: `r${made.length}`, series: 's' };
    made.push(protect(cube, policy, options, made.at(-1)?.baseline));
  }
  return made.map(({ cube }) => leavesByName(cube)['0 a1>b1 car']);
}

const late = [609, 60, 500] as const;
const hidden = [8, 4, 3] as const;
test.each([
  ['it comes', [[100, 50, 3], late], [100, 100]],
  ['it leaves', [late, [100, 50, 3]], [609, 609]],
  ['it is few of many who come later', [[100, 50, 3], late, [1300, 250, 500]], [100, 100, 1300]],
  [
    'many come',
    [
      [100, 50, 3],
      [609, 60, 20],
    ],
    [100, 609],
  ],
  // Over 59 trips, 19 devices: the first figure is not as large, though the second is.
  ['a figure before the last is small', [[45, 15, 3], [90, 30, 3], hidden], [45, 90, 90]],
  [
    'all figures before are large',
    [[60, 20, 3], [90, 30, 3], hidden, [60, 20, 3]],
    [60, 90, undefined, 60],
  ],
] as const)('the difference of two figures is not one device: %s', (_, figures, seen) => {
  const made = seenOf(...figures);
  expect(made.map((trips) => (trips === 50 ? undefined : trips))).toEqual(seen);
});

test.each([[50], [48], [30]])(
  'a leaf that is hidden because one device makes most of its %i trips decides nothing',
  (trips) => {
    const later = [
      [60, 20, 3],
      [150, 50, 3],
      [60, 20, 3],
    ] as const;
    expect(seenOf([trips, 20, trips - 1], ...later).slice(1)).toEqual([60, 150, 60]);
    expect(seenOf([trips, 20, trips - 1], ...later.slice(1)).slice(1)).toEqual([150, 60]);
  },
);
