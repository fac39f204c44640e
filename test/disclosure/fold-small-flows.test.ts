import { expect, test } from 'vitest';
import { foldSmallFlows } from '#src/disclosure/fold-small-flows.ts';
import { disclosurePolicy } from '#src/disclosure/policy.ts';
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
const policy = disclosurePolicy.parse({ threshold: 10, eligibilityWeeks: 2, placesPerDevice: 5 });

const flow = (from: string, to: string, devices: number, week = 0): Row => ({
  week,
  from,
  to,
  devices,
  trips: 3 * devices,
});

const fold = (rows: readonly Row[], weeks = 1) => {
  const cube = makeCube(areas, weeks, rows);
  const folded = foldSmallFlows(cube, policy);
  return {
    ...folded,
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
