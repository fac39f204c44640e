import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ProtectedCube, RawCube } from '#src/disclosure/cube.ts';
import { placesAround } from '#src/disclosure/places-around.ts';
import { protect, type Protection } from '#src/disclosure/protect.ts';
import { anyRows, smallCountry, smallPolicy } from '#test/disclosure/any-cube.ts';
import { leavesByName, makeCube, type Row } from '#test/disclosure/make-cube.ts';
import { someKey } from '#test/disclosure/some-key.ts';

const { threshold, base = 0 } = smallPolicy;
const firstWeeks = 5;

/** How one raw row changes: by so many devices and trips, in the release of that number. */
type Change = {
  readonly release: number;
  readonly row: number;
  readonly devices: number;
  readonly trips: number;
};

const anyChange: fc.Arbitrary<Change> = fc.record({
  release: fc.integer({ min: 1, max: 3 }),
  row: fc.nat(),
  devices: fc.oneof(fc.integer({ min: -2, max: 2 }), fc.integer({ min: -30, max: 30 })),
  trips: fc.oneof(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -60, max: 60 })),
});

/** The raw rows of each of four releases: of 5, 6, 7 and 8 weeks. */
function dataOf(rows: readonly Row[], changes: readonly Change[]): readonly (readonly Row[])[] {
  let present = rows;
  return [0, 1, 2, 3].map((release) => {
    for (const change of changes.filter((each) => each.release === release))
      present = present.map((row, at) =>
        at === change.row % rows.length ? apply(row, change) : row,
      );
    return present.filter(({ week, trips }) => week < firstWeeks + release && trips > 0);
  });
}

const apply = (row: Row, { devices, trips }: Change): Row => ({
  ...row,
  devices: Math.max(0, row.devices + devices),
  trips: Math.max(0, row.trips + trips),
});

type Step = Protection & { readonly raw: RawCube };

function releaseAll(data: readonly (readonly Row[])[], key: number): readonly Step[] {
  const steps: Step[] = [];
  data.forEach((rows, release) => {
    const raw = makeCube(smallCountry, firstWeeks + release, rows);
    const options = { stream: someKey(key), releaseId: `r${release}`, series: 's' };
    steps.push({ raw, ...protect(raw, smallPolicy, options, steps.at(-1)?.baseline) });
  });
  return steps;
}

const always = (check: (steps: readonly Step[]) => void, numRuns = 200) => {
  fc.assert(
    fc.property(
      anyRows.filter((rows) => rows.length > 0),
      fc.array(anyChange, { maxLength: 60, size: 'max' }),
      fc.nat(),
      (rows, changes, key) => check(releaseAll(dataOf(rows, changes), key)),
    ),
    { numRuns },
  );
};

/** What readers see by name of leaf, of the weeks before `weeks`. */
const seen = (cube: ProtectedCube, weeks: number): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(leavesByName(cube)).filter(([name]) => Number(name.split(' ')[0]) < weeks),
  );

const exactLeaves = ({ cube }: Step) =>
  Object.entries(leavesByName(cube)).filter((_, leaf) => cube.leaves.sensitive[leaf] === 0);

/** Raw trips and devices by name. */
const rawByName = ({ raw }: Step) => {
  const names = Object.entries(leavesByName(raw));
  return new Map(
    names.map(([name, trips], row) => [name, { trips, devices: raw.leaves.devices[row] ?? 0 }]),
  );
};

test('every two exact figures ever published of a flow differ by nothing, or by enough devices and trips', () => {
  let revised = 0;
  always((steps) => {
    const versions = new Map<string, { trips: number; devices: number }[]>();
    for (const step of steps) {
      const raw = rawByName(step);
      for (const [name, trips] of exactLeaves(step)) {
        const figure = raw.get(name);
        const before = versions.get(name) ?? [];
        if (before.some((each) => each.trips === trips)) continue;
        if (!name.includes('elsewhere')) {
          for (const each of before)
            expect(Math.abs((figure?.devices ?? 0) - each.devices)).toBeGreaterThanOrEqual(
              threshold,
            );
          expect(figure?.trips).toBe(trips);
        }
        for (const each of before)
          expect(Math.abs(trips - each.trips)).toBeGreaterThanOrEqual(threshold);
        revised += before.length;
        versions.set(name, [...before, { trips, devices: figure?.devices ?? 0 }]);
      }
    }
  }, 400);
  expect(revised).toBeGreaterThan(50);
});

test('no leaf is drawn twice', () => {
  let drawnAgain = 0;
  always((steps) => {
    const draws = new Map<string, number>();
    for (const { baseline, cube } of steps) {
      const { leaves } = baseline;
      const names = Object.keys(leavesByName({ ...cube, leaves }));
      names.forEach((name, leaf) => {
        if (leaves.sensitive[leaf] !== 1) return;
        const published = leaves.published[leaf] ?? 0;
        expect(published).toBe(draws.get(name) ?? published);
        drawnAgain += Number(draws.has(name));
        draws.set(name, published);
      });
    }
  });
  expect(drawnAgain).toBeGreaterThan(500);
});

test('a revision whose changes are all too small publishes the earlier weeks as they were', () => {
  let frozen = 0;
  fc.assert(
    fc.property(
      anyRows.filter((rows) => rows.length > 0),
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: -1, max: 1 })), { maxLength: 8 }),
      fc.nat(),
      (rows, moves, key) => {
        const changes = moves.map(([row, by]) => ({ release: 1, row, devices: by, trips: by }));
        // Each row moves by at most a device, so eight rows together by less than the threshold of any leaf.
        const once = changes.filter(
          ({ row }, at) =>
            changes.findIndex((each) => each.row % rows.length === row % rows.length) === at,
        );
        const [first, second] = releaseAll(dataOf(rows, once), key);
        if (first === undefined || second === undefined) throw new Error('no releases');
        const { revision } = second.privileged;
        if (revision?.revised !== 0) return;
        frozen += revision.frozen;
        expect(seen(second.cube, firstWeeks)).toEqual(seen(first.cube, firstWeeks));
      },
    ),
    { numRuns: 300 },
  );
  expect(frozen).toBeGreaterThan(200);
});

test('every place, mode and week stays within its error bound, which never falls', () => {
  always((steps) => {
    steps.forEach(({ raw, cube }, release) => {
      const truth = columnsOf(raw, raw.leaves);
      const published = columnsOf(raw, cube.leaves);
      truth.forEach((trips, cell) => {
        const bound = cube.bound[Math.floor(cell / raw.weeks.length)] ?? Number.NaN;
        expect(Math.abs((published[cell] ?? Number.NaN) - trips)).toBeLessThanOrEqual(bound);
      });
      const before = steps[release - 1]?.cube.bound;
      cube.bound.forEach((bound, column) => {
        expect(bound).toBeGreaterThanOrEqual(before?.[column] ?? 0);
        expect(bound % base).toBe(0);
      });
    });
  }, 400);
});

test('no published leaf is below the threshold, and a drawn one is the base', () => {
  always((steps) => {
    for (const { cube } of steps)
      cube.leaves.trips.forEach((trips, leaf) => {
        if (cube.leaves.sensitive[leaf] === 1) expect(trips).toBe(base);
        else expect(trips).toBeGreaterThanOrEqual(threshold);
      });
  });
});

/** Fifteen devices a week, so that a leaf is exact; in week 1 so many. */
const steady = (devices: number, weeks: number): readonly Row[] =>
  Array.from({ length: weeks }, (_, week) => {
    const count = week === 1 ? devices : 15;
    return { week, from: 'a1', to: 'a2', devices: count, trips: 2 * count };
  });

test('one late device is not seen, ten that came one by one are seen once there are enough', () => {
  const counts = [15, 16, 17, 18, 19, 20, 21];
  const steps: Step[] = [];
  counts.forEach((devices, release) => {
    const raw = makeCube(smallCountry, firstWeeks, steady(devices, firstWeeks));
    const options = { stream: someKey(1), releaseId: `r${release}`, series: 's' };
    steps.push({ raw, ...protect(raw, smallPolicy, options, steps.at(-1)?.baseline) });
  });
  // T = 5: twenty devices are five more than the fifteen that were published.
  expect(steps.map(({ cube }) => leavesByName(cube)['1 a1>a2 car'])).toEqual([
    30, 30, 30, 30, 30, 40, 40,
  ]);
  expect(steps.map(({ privileged }) => privileged.revision?.frozenTrips)).toEqual([
    undefined,
    2,
    4,
    6,
    8,
    0,
    2,
  ]);
});

/** Trips per place, mode and week: of an area with all that lies in it. */
function columnsOf(
  { areas, modes, weeks }: RawCube,
  leaves: Pick<RawCube['leaves'], 'destination' | 'mode' | 'week' | 'trips'>,
) {
  const around = placesAround(areas);
  const sums = new Float64Array(areas.codes.length * modes.length * weeks.length);
  leaves.trips.forEach((trips, row) => {
    const destination = leaves.destination[row] ?? 0;
    for (const place of [destination, ...(around[destination] ?? [])]) {
      const column = place * modes.length + (leaves.mode[row] ?? 0);
      const cell = column * weeks.length + (leaves.week[row] ?? 0);
      sums[cell] = (sums[cell] ?? 0) + trips;
    }
  });
  return sums;
}

test('what one draw held together is broken up by a revision, and the error bound covers it', () => {
  const origins = ['a1', 'a2', 'a3', 'b1', 'b2', 'c'];
  const rowsOf = (grown: readonly string[]): readonly Row[] =>
    origins.flatMap((from) => [
      { week: 0, from, to: 'd', devices: 5, trips: 30 },
      grown.includes(from)
        ? { week: 1, from, to: 'd', devices: 12, trips: 60 }
        : { week: 1, from, to: 'd', devices: 2, trips: 10 },
    ]);
  let beyondOneDraw = 0;
  for (let key = 0; key < 30; key += 1) {
    const [first] = releaseAll([rowsOf([])], key);
    if (first === undefined) throw new Error('no release');
    const drawn = leavesByName(first.cube);
    // Every leaf that was drawn as 0 grows, so that only those drawn as b are still drawn.
    const grown = origins.filter((from) => drawn[`1 ${from}>d car`] === undefined);
    const second = releaseAll([rowsOf([]), rowsOf(grown)], key)[1];
    if (second === undefined) throw new Error('no release');
    const cell = 2 * smallCountry.codes.indexOf('d') * second.raw.weeks.length + 1;
    const truth = columnsOf(second.raw, second.raw.leaves)[cell] ?? 0;
    const error = Math.abs((columnsOf(second.raw, second.cube.leaves)[cell] ?? 0) - truth);
    expect(error).toBeLessThanOrEqual(second.cube.bound[2 * smallCountry.codes.indexOf('d')] ?? 0);
    beyondOneDraw += Number(error > base);
  }
  expect(beyondOneDraw).toBeGreaterThan(5);
});
