import { expect, test } from 'vitest';
import type { EligibilityWindow } from '#src/disclosure/eligibility-windows.ts';
import { foldSmallFlows } from '#src/disclosure/fold-small-flows.ts';
import { disclosurePolicy, type DisclosurePolicy } from '#src/disclosure/policy.ts';
import { leavesByName, makeAreas, makeCube, type Row } from '#test/disclosure/make-cube.ts';

const areas = makeAreas({
  uk: undefined,
  england: 'uk',
  london: 'england',
  camden: 'london',
  barnet: 'london',
  brent: 'london',
  leeds: 'england',
  york: 'england',
  fife: 'uk',
});
const policy = disclosurePolicy.parse({
  threshold: 10,
  eligibilityWeeks: 2,
  placesPerDevice: 5,
  hiddenPercent: 100,
});

const flow = (from: string, to: string, devices: number, week = 0): Row => ({
  week,
  from,
  to,
  devices,
  trips: 3 * devices,
});

const fold = (
  rows: readonly Row[],
  weeks = 1,
  {
    windows,
    ...changes
  }: Partial<DisclosurePolicy> & {
    readonly windows?: readonly EligibilityWindow[];
  } = {},
) => {
  const cube = makeCube(areas, weeks, rows);
  const folded = foldSmallFlows(cube, { ...policy, ...changes }, windows);
  const code = (area: number) => areas.codes[area] ?? 'nowhere';
  return {
    ...folded,
    moves: folded.moves.map(
      ({ first, end, mode, origin, destination, toOrigin, toDestination }) =>
        `${first}–${end} ${mode} ${code(origin)}>${code(destination)} → ${code(toOrigin)}>${code(toDestination)}`,
    ),
    byName: leavesByName({ ...cube, leaves: folded.leaves }),
    devices: Object.values(
      leavesByName({ ...cube, leaves: { ...folded.leaves, trips: folded.leaves.devices } }),
    ),
  };
};

test('a flow of the threshold stays, and one device fewer moves up to where it is enough', () => {
  const { byName } = fold([
    flow('camden', 'barnet', 10),
    flow('brent', 'barnet', 9),
    flow('elsewhere:london', 'barnet', 12),
  ]);
  expect(byName).toEqual({
    '0 camden>barnet car': 30,
    '0 elsewhere:london>barnet car': 63,
  });
});

test('flows folded together count as a fifth of their devices, or as the largest of them', () => {
  const six = ['camden', 'barnet', 'brent'].map((from) => flow(from, 'leeds', 9));
  expect(fold([...six, flow('elsewhere:london', 'leeds', 22)]).devices).toEqual([22]);
  // 27 + 23 = 50 devices in four flows are at least 10; 27 + 22 would be 9.
  const shared = [
    ...six,
    flow('elsewhere:london', 'leeds', 8),
    flow('elsewhere:england', 'leeds', 9),
  ];
  expect(fold(shared).withheldTrips).toBe(3 * 44);
  expect(fold([...shared, flow('fife', 'leeds', 6)]).byName).toEqual({
    '0 elsewhere:uk>leeds car': 3 * 50,
  });
});

test('the origin climbs to the top before the destination moves at all', () => {
  const { byName } = fold([
    flow('camden', 'york', 4),
    flow('elsewhere:uk', 'elsewhere:england', 11),
    flow('elsewhere:england', 'elsewhere:england', 40),
  ]);
  expect(byName).toEqual({
    '0 elsewhere:england>elsewhere:england car': 120,
    '0 elsewhere:uk>elsewhere:england car': 45,
  });
});

test('a flow that is enough on the way takes part of the climb, and stays there', () => {
  const { byName } = fold([
    flow('camden', 'fife', 3),
    flow('leeds', 'fife', 2),
    flow('elsewhere:england', 'fife', 10),
    flow('elsewhere:uk', 'fife', 30),
  ]);
  expect(byName).toEqual({
    '0 elsewhere:england>fife car': 45,
    '0 elsewhere:uk>fife car': 90,
  });
});

test('the largest week of a window decides for all its weeks, and for no other window', () => {
  const { byName } = fold(
    [
      flow('camden', 'barnet', 10, 0),
      flow('camden', 'barnet', 1, 1),
      flow('camden', 'barnet', 9, 2),
      flow('camden', 'barnet', 9, 3),
      flow('elsewhere:london', 'barnet', 20, 3),
    ],
    4,
  );
  expect(byName).toEqual({
    '0 camden>barnet car': 30,
    '1 camden>barnet car': 3,
    '2 elsewhere:london>barnet car': 27,
    '3 elsewhere:london>barnet car': 87,
  });
});

test('what is too little at the top is withheld and counted, and nothing else is lost', () => {
  const { byName, withheldTrips, eligibleFlows } = fold([
    flow('camden', 'fife', 5),
    flow('york', 'leeds', 20),
  ]);
  expect(byName).toEqual({ '0 york>leeds car': 60 });
  expect({ withheldTrips, eligibleFlows }).toEqual({ withheldTrips: 15, eligibleFlows: 1 });
});

test('an eligible flow with a week without trips marks its column', () => {
  const { gaps } = fold(
    [flow('camden', 'barnet', 10, 0), flow('camden', 'york', 10, 0), flow('camden', 'york', 2, 1)],
    2,
  );
  const marked = [...gaps.keys()].filter((column) => gaps[column] === 1);
  expect(marked.map((column) => areas.codes[column / 2])).toEqual(['barnet']);
});

test('each raw flow that was moved is told once a window, with where it went in the end', () => {
  const { moves } = fold([
    flow('camden', 'fife', 3),
    flow('leeds', 'fife', 2),
    flow('elsewhere:england', 'fife', 10),
    { ...flow('brent', 'york', 4), mode: 'rail' },
  ]);
  expect(moves).toEqual([
    '0–1 0 camden>fife → elsewhere:england>fife',
    '0–1 0 leeds>fife → elsewhere:england>fife',
    '0–1 1 brent>york → nowhere>nowhere',
  ]);
});

test('a given window judges by all its weeks and writes only some of them', () => {
  const rows = [
    flow('camden', 'barnet', 10, 1),
    flow('camden', 'barnet', 2, 2),
    flow('brent', 'barnet', 2, 1),
    flow('brent', 'barnet', 3, 2),
    flow('elsewhere:london', 'barnet', 10, 2),
    flow('york', 'leeds', 1, 1),
    flow('york', 'leeds', 2, 2),
  ];
  const { byName, moves, withheldTrips, eligibleFlows } = fold(rows, 4, {
    windows: [{ first: 1, end: 3, written: 2 }],
  });
  expect(byName).toEqual({ '2 camden>barnet car': 6, '2 elsewhere:london>barnet car': 39 });
  expect(moves).toEqual([
    '2–3 0 brent>barnet → elsewhere:london>barnet',
    '2–3 0 york>leeds → nowhere>nowhere',
  ]);
  expect({ withheldTrips, eligibleFlows }).toEqual({ withheldTrips: 6, eligibleFlows: 2 });
});

test('windows may share the weeks they judge by, and weeks outside all of them are in no figure', () => {
  const rows = [0, 1, 2, 3].map((week) => flow('camden', 'barnet', week === 1 ? 10 : 3, week));
  const { byName, moves, withheldTrips } = fold(rows, 4, {
    windows: [
      { first: 0, end: 2 },
      { first: 1, end: 3, written: 2 },
    ],
  });
  expect(byName).toEqual({
    '0 camden>barnet car': 9,
    '1 camden>barnet car': 30,
    '2 camden>barnet car': 9,
  });
  expect({ moves, withheldTrips }).toEqual({ moves: [], withheldTrips: 0 });
});

test('a flow that would lose trips by capping moves up, and its other weeks with it', () => {
  const rows = [
    flow('camden', 'barnet', 40, 0),
    { ...flow('camden', 'barnet', 9, 1), trips: 101 },
    flow('elsewhere:london', 'barnet', 12, 1),
  ];
  expect(fold(rows, 2, { base: 101 }).byName).toMatchObject({ '0 camden>barnet car': 120 });
  expect(fold(rows, 2, { base: 100 }).byName).toEqual({
    '0 elsewhere:london>barnet car': 120,
    '1 elsewhere:london>barnet car': 137,
  });
});

test('where there is no way up it stays, and is capped later', () => {
  const rows = [
    flow('elsewhere:uk', 'elsewhere:uk', 40, 0),
    { ...flow('elsewhere:uk', 'elsewhere:uk', 9, 1), trips: 500 },
  ];
  const { byName, moves } = fold(rows, 2, { base: 100 });
  expect(byName).toEqual({
    '0 elsewhere:uk>elsewhere:uk car': 120,
    '1 elsewhere:uk>elsewhere:uk car': 500,
  });
  expect(moves).toEqual([]);
});

const dominated = (from: string, week = 0): Row => ({
  ...flow(from, 'barnet', 20, week),
  top: [30, 25],
});
const even = (from: string, devices: number, week = 0): Row => ({
  ...flow(from, 'barnet', devices, week),
  top: [3, 3],
});

test('a leaf that one or two devices make most of counts as one of no devices', () => {
  const { devices, byName } = fold([dominated('camden', 0), even('camden', 50, 1)], 2, {
    base: 1000,
  });
  expect(byName).toEqual({ '0 camden>barnet car': 60, '1 camden>barnet car': 150 });
  expect(devices).toEqual([0, 50]);
});

test('a flow that they make most of in the whole window moves up, to where they do not', () => {
  const rows = [dominated('camden'), even('elsewhere:london', 40)];
  expect(fold(rows).byName).toEqual({ '0 elsewhere:london>barnet car': 180 });
  const { byName, withheldTrips } = fold([dominated('camden'), even('brent', 40)]);
  expect(byName).toEqual({ '0 brent>barnet car': 120 });
  expect(withheldTrips).toBe(60);
});

test('one good week does not make a flow eligible that they make most of over the window', () => {
  const heavy: Row = { ...flow('camden', 'barnet', 20, 0), trips: 2000, top: [1700, 280] };
  const light: Row = { ...heavy, trips: 60, top: [30, 25] };
  const good = even('camden', 40, 1);
  expect(fold([heavy, good], 2, { base: 5000 }).withheldTrips).toBe(2120);
  expect(fold([light, good], 2, { base: 5000 }).withheldTrips).toBe(0);
});

test('a week without trips is a gap where zeros are published, and a leaf of one trip where they are protected', () => {
  const rows = [flow('camden', 'barnet', 10, 0), flow('york', 'leeds', 3, 0)];
  const published = fold(rows, 2, { zeros: 'published' });
  expect(published.byName).toEqual({ '0 camden>barnet car': 30 });
  expect([...published.padded]).toEqual([0]);
  const hidden = fold(rows, 2, { zeros: 'protected' });
  expect(hidden.byName).toEqual({ '0 camden>barnet car': 30, '1 camden>barnet car': 1 });
  expect(hidden.devices).toEqual([10, 0]);
  expect([...hidden.padded]).toEqual([0, 1]);
  expect(hidden.gaps.every((gap) => gap === 0)).toBe(true);
});

test('protected zeros have room, however many', () => {
  const rows = Array.from({ length: 9 }, (_, week) => flow('camden', 'barnet', 10, 2 * week));
  const places = ['york', 'leeds', 'fife', 'brent'].map((from) => flow(from, 'leeds', 10, 0));
  const { leaves, padded } = fold([...rows, ...places], 18, {
    zeros: 'protected',
    eligibilityWeeks: 18,
  });
  expect(leaves.trips).toHaveLength(5 * 18);
  expect(padded.filter((is) => is === 1)).toHaveLength(9 + 4 * 17);
  expect(leaves.trips.reduce((sum, trips) => sum + trips, 0)).toBe(13 * 30 + 9 + 4 * 17);
});

test.each([
  { devices: [10, 10, 10, 9], kept: true },
  { devices: [10, 10, 9, 9], kept: false },
  { devices: [10, 0, 0, 0], kept: true },
  { devices: [10, 1, 0, 0], kept: false },
  { devices: [9, 9, 9, 9], kept: false },
])(
  'weeks of $devices devices make a flow of its own where at most a quarter of those with trips are hidden: $kept',
  ({ devices, kept }) => {
    const rows = devices.flatMap((count, week) =>
      count > 0 ? [flow('camden', 'barnet', count, week)] : [],
    );
    const { byName } = fold(rows, 4, { eligibilityWeeks: 4, hiddenPercent: 25 });
    expect(Object.keys(byName).some((name) => name.includes('camden>barnet'))).toBe(kept);
  },
);

test('where zeros are protected, weeks without trips count as hidden ones', () => {
  const rows = [0, 1, 2].map((week) => flow('camden', 'barnet', 10, week));
  const of = (weeks: number) =>
    Object.keys(
      fold(rows, weeks, { eligibilityWeeks: weeks, hiddenPercent: 25, zeros: 'protected' }).byName,
    );
  expect(of(4).some((name) => name.includes('camden>barnet'))).toBe(true);
  expect(of(5).some((name) => name.includes('camden>barnet'))).toBe(false);
});
