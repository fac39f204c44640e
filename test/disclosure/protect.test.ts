import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProtectedCube, RawCube } from '#src/disclosure/cube.ts';
import { protect } from '#src/disclosure/protect.ts';
import { anyRows, smallCountry, smallCube, smallPolicy } from '#test/disclosure/any-cube.ts';
import { leavesByName, makeAreas, makeCube, type Row } from '#test/disclosure/make-cube.ts';
import { someKey } from '#test/disclosure/some-key.ts';

const { threshold, base = 0 } = smallPolicy;
const optionsOf = (key: number) => ({ stream: someKey(key), releaseId: 'r1', series: 's' });
const safeOf = (rows: readonly Row[], key = 1, policy = smallPolicy): ProtectedCube =>
  protect(smallCube(rows), policy, optionsOf(key)).cube;

/** Runs a check on many cubes and keys. */
const always = (check: (rows: readonly Row[], key: number) => void, numRuns = 300) => {
  fc.assert(fc.property(anyRows, fc.nat(), check), { numRuns });
};

/** Trips per destination, mode and week. */
const columnsOf = (
  { areas, modes, weeks }: RawCube,
  leaves: ProtectedCube['leaves'] | RawCube['leaves'],
) => {
  const sums = new Float64Array(areas.codes.length * modes.length * weeks.length);
  leaves.trips.forEach((trips, row) => {
    const column = (leaves.destination[row] ?? 0) * modes.length + (leaves.mode[row] ?? 0);
    const cell = column * weeks.length + (leaves.week[row] ?? 0);
    sums[cell] = (sums[cell] ?? 0) + trips;
  });
  return sums;
};

/** Names of the exact leaves between areas that are no "elsewhere". */
const exactOrdinary = (cube: ProtectedCube) => {
  const names = Object.entries(leavesByName(cube));
  return names.filter(
    ([name], leaf) => cube.leaves.sensitive[leaf] === 0 && !name.includes('elsewhere'),
  );
};

test('no published leaf is below the threshold, and a drawn one is the base', () => {
  let drawn = 0;
  always((rows, key) => {
    const { trips, sensitive } = safeOf(rows, key).leaves;
    expect(
      trips.every((value, leaf) => (sensitive[leaf] === 1 ? value === base : value >= threshold)),
    ).toBe(true);
    drawn += sensitive.reduce((sum, is) => sum + is, 0);
  });
  expect(drawn).toBeGreaterThan(100);
});

test('an exact leaf between ordinary areas is a raw leaf of enough devices, with its own trips', () => {
  always((rows, key) => {
    const enough = rows.filter(({ devices, trips }) => devices >= threshold && trips >= threshold);
    const raw = leavesByName(smallCube(enough));
    for (const [name, trips] of exactOrdinary(safeOf(rows, key))) expect(raw[name]).toBe(trips);
  });
});

test('where nothing travelled nothing is published', () => {
  always((rows, key) => {
    const raw = leavesByName(smallCube(rows));
    const published = Object.keys(leavesByName(safeOf(rows, key)));
    expect(
      published.filter((name) => !name.includes('elsewhere') && raw[name] === undefined),
    ).toEqual([]);
  });
});

test('every destination, mode and week is within its error bound of the truth', () => {
  let raised = 0;
  always((rows, key) => {
    const cube = smallCube(rows);
    const safe = protect(cube, smallPolicy, optionsOf(key)).cube;
    const truth = columnsOf(cube, cube.leaves);
    const published = columnsOf(cube, safe.leaves);
    truth.forEach((trips, cell) => {
      const bound = safe.bound[Math.floor(cell / cube.weeks.length)] ?? Number.NaN;
      expect(Math.abs((published[cell] ?? Number.NaN) - trips)).toBeLessThanOrEqual(bound);
    });
    raised += safe.bound.filter((bound) => bound > base).length;
    expect(safe.bound.every((bound) => bound % base === 0)).toBe(true);
  }, 1000);
  expect(raised).toBeGreaterThan(1000);
});

test('any group of destinations is within the sum of its bounds', () => {
  always((rows, key) => {
    const cube = smallCube(rows);
    const safe = protect(cube, smallPolicy, optionsOf(key)).cube;
    const total = (leaves: Pick<RawCube['leaves'], 'trips' | 'week'>) =>
      leaves.trips.reduce((sum, trips, row) => sum + (leaves.week[row] === 3 ? trips : 0), 0);
    const bound = safe.bound.reduce((sum, one) => sum + one, 0);
    expect(Math.abs(total(safe.leaves) - total(cube.leaves))).toBeLessThanOrEqual(bound);
  });
});

test('the order of the rows is irrelevant', () => {
  always((rows, key) => {
    const shuffled = rows.toSorted((a, b) => a.trips - b.trips || (a.from < b.from ? 1 : -1));
    expect(safeOf(shuffled, key)).toEqual(safeOf(rows, key));
  });
});

test('the order of the areas is irrelevant', () => {
  const turned = makeAreas(
    {
      d: undefined,
      c: 'uk',
      b2: 'b',
      b1: 'b',
      b: 'uk',
      a3: 'a',
      a2: 'a',
      a1: 'a',
      a: 'uk',
      uk: undefined,
    },
    ['b'],
  );
  always((rows, key) => {
    const safe = protect(makeCube(turned, 8, rows), smallPolicy, optionsOf(key)).cube;
    expect(leavesByName(safe)).toEqual(leavesByName(safeOf(rows, key)));
  });
});

/** Forty flows of 5 devices in one week, and of 2 in the next: all sensitive there. */
const manySensitive: readonly Row[] = ['a1', 'a2', 'a3', 'b1', 'b2', 'c'].flatMap((from) =>
  ['a1', 'a2', 'a3', 'b1', 'b2', 'c'].flatMap((to) => [
    { week: 0, from, to, devices: 5, trips: 30 },
    { week: 1, from, to, devices: 2, trips: 7 },
    { week: 2, from, to, devices: 2, trips: 7 },
    { week: 1, from, to, devices: 2, trips: 7, mode: 'rail' },
    { week: 0, from, to, devices: 5, trips: 30, mode: 'rail' },
  ]),
);

test('the same key and release draw the same, another key or release another', () => {
  const first = safeOf(manySensitive, 1);
  expect(safeOf(manySensitive, 1)).toEqual(first);
  expect(safeOf(manySensitive, 2).leaves).not.toEqual(first.leaves);
  const options = { stream: someKey(1), releaseId: 'r2', series: 's' };
  expect(protect(smallCube(manySensitive), smallPolicy, options).cube.leaves).not.toEqual(
    first.leaves,
  );
});

test('equal blocks of different weeks and modes are drawn differently', () => {
  const cube = safeOf(manySensitive);
  const drawn = Object.keys(leavesByName(cube)).filter(
    (_, leaf) => cube.leaves.sensitive[leaf] === 1,
  );
  const block = (start: string, end: string) =>
    drawn
      .filter((name) => name.startsWith(start) && name.endsWith(end))
      .map((name) => name.split(' ')[1]);
  expect(block('1', 'car').length).toBeGreaterThan(5);
  expect(block('2', 'car')).not.toEqual(block('1', 'car'));
  expect(block('1', 'rail')).not.toEqual(block('1', 'car'));
});

test('raising the threshold never publishes one more exact leaf between ordinary areas', () => {
  always((rows, key) => {
    const strict = exactOrdinary(safeOf(rows, key, { ...smallPolicy, threshold: 9 }));
    const loose = new Map(exactOrdinary(safeOf(rows, key)));
    expect(strict.filter(([name, trips]) => loose.get(name) !== trips)).toEqual([]);
  });
});

test('a hidden leaf that is drawn as 0 and an empty one give the same release', () => {
  const rows: readonly Row[] = [{ week: 0, from: 'a1', to: 'a2', devices: 8, trips: 40 }];
  const hidden = [...rows, { week: 1, from: 'a1', to: 'a2', devices: 1, trips: 3 }];
  const keys = [...Array(40).keys()].filter((key) => safeOf(hidden, key).leaves.trips.length === 1);
  expect(keys.length).toBeGreaterThan(10);
  for (const key of keys) expect(safeOf(hidden, key)).toEqual(safeOf(rows, key));
});

test('data that is large everywhere is published as it is, with no error', () => {
  const rows = Array.from({ length: 8 }, (_, week) => ({
    week,
    from: 'a1',
    to: 'b1',
    devices: 50,
    trips: 60 + week,
  }));
  const safe = safeOf(rows);
  expect(leavesByName(safe)).toEqual(leavesByName(smallCube(rows)));
  expect(Math.max(...safe.bound)).toBe(0);
});

test('a sensitive leaf above the base is capped, and the bound covers all that is cut in one week', () => {
  const heavy = (from: string, week: number, devices: number, trips: number): Row => ({
    week,
    from,
    to: 'd',
    devices,
    trips,
  });
  // At the top there is nowhere to fold to.
  const rows = ['d', 'elsewhere:uk'].flatMap((from) => [
    heavy(from, 0, 5, 50),
    heavy(from, 1, 4, 45),
  ]);
  const bounds = new Set<number | undefined>();
  for (let key = 0; key < 20; key += 1) {
    const { cube, privileged } = protect(smallCube(rows), smallPolicy, optionsOf(key));
    expect(leavesByName(cube)).toEqual({
      '0 d>d car': 50,
      '0 elsewhere:uk>d car': 50,
      '1 d>d car': 20,
      '1 elsewhere:uk>d car': 20,
    });
    expect(privileged).toMatchObject({
      cappedLeaves: 2,
      cappedTrips: 50,
      sensitiveLeaves: 2,
      exactLeaves: 2,
    });
    bounds.add(cube.bound[2 * smallCountry.codes.indexOf('d')]);
  }
  // 50 trips are cut in week 1: 60 or, by the draw, 80; and 20 for the draw itself.
  expect(bounds).toEqual(new Set([80, 100]));
});

test('the lattice says how many weeks are drawn together', () => {
  const drawnWith = (linkedWeeks: number) =>
    safeOf(manySensitive, 1, { ...smallPolicy, lattice: { linkedWeeks } });
  expect(drawnWith(3)).toEqual(drawnWith(26));
  expect(drawnWith(2)).not.toEqual(drawnWith(3));
  expect(drawnWith(1)).not.toEqual(drawnWith(2));
});

test('progress ends at the number of leaves', () => {
  const seen: [number, number][] = [];
  protect(smallCube(manySensitive), smallPolicy, {
    ...optionsOf(1),
    onProgress: (done, total) => seen.push([done, total]),
  });
  expect(seen.length).toBeGreaterThan(1);
  expect(seen.at(-1)).toEqual([180, 180]);
});

test('nothing but protect() makes a protected cube', () => {
  const { areas, weeks, modes, leaves } = smallCube([]);
  const plain = {
    areas,
    weeks,
    modes,
    base,
    leaves: { ...leaves, sensitive: new Uint8Array() },
    bound: new Float64Array(),
  };
  // @ts-expect-error a plain object is not protected
  const cube: ProtectedCube = plain;
  expect(cube).toBe(plain);
});
