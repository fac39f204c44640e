import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flows } from '#queries/flows.ts';
import { queries } from '#queries/index.ts';
import { weeklyByMode } from '#queries/weekly-by-mode.ts';
import { weeklyByPlace } from '#queries/weekly-by-place.ts';
import { weeklyTrips } from '#queries/weekly-trips.ts';
import { makeDuckdbWarehouse } from '#src/edges/warehouse/make-duckdb-warehouse.ts';
import type { Warehouse } from '#src/ports.ts';
import { makeTinyRelease, type TinyRelease } from '#test/support/make-tiny-release.ts';

const options = { deadlineMs: 20_000 };
const feet = ['ARD-N1', 'ARD-N2', 'ARD-S1', 'ARD-S2', 'ARD-S3', 'elsewhere:ARD'];

let folder = '';
let tiny: TinyRelease;
let warehouse: Warehouse;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mobility-partition-'));
  tiny = await makeTinyRelease(folder);
  const sqlFolder = join(import.meta.dirname, '../../queries');
  warehouse = await makeDuckdbWarehouse({ file: tiny.file, queries, sqlFolder });
});
afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true });
});

/** Every leaf is in exactly one part: origins, destinations and modes in groups, weeks cut at some of them. */
const partition = fc.record({
  origins: groupsOf(feet),
  destinations: groupsOf(feet),
  modes: groupsOf(['bus', 'rail']),
  cuts: fc.uniqueArray(fc.integer({ min: 1, max: 71 }), { maxLength: 3 }),
});

function groupsOf(items: readonly string[]): fc.Arbitrary<readonly (readonly string[])[]> {
  return fc
    .array(fc.nat(2), { minLength: items.length, maxLength: items.length })
    .map((groups) => [...Map.groupBy(items, (_, at) => groups[at]).values()]);
}

const periodsOf = (cuts: readonly number[]) => {
  const starts = [0, ...cuts.toSorted((a, b) => a - b)];
  return starts.map((start, at) => ({
    from: tiny.weeks[start] ?? '',
    until: tiny.weeks[(starts[at + 1] ?? tiny.weeks.length) - 1] ?? '',
  }));
};

const sum = (rows: readonly { readonly trips: number; readonly leaves: number }[]) =>
  rows.reduce(
    (total, { trips, leaves }) => ({ trips: total.trips + trips, leaves: total.leaves + leaves }),
    {
      trips: 0,
      leaves: 0,
    },
  );

const written = () => ({
  trips: tiny.leaves.reduce((total, { trips }) => total + trips, 0),
  leaves: tiny.leaves.length,
});

type Part = {
  readonly origins: readonly string[];
  readonly destinations: readonly string[];
  readonly modes: readonly string[];
  readonly from: string;
  readonly until: string;
};

/** How each query is asked for one part. */
const askedBy = {
  'weekly-trips': async (part: Part) => (await warehouse.run(weeklyTrips, part, options)).rows,
  'weekly-by-mode': async (part: Part) => (await warehouse.run(weeklyByMode, part, options)).rows,
  flows: async (part: Part) => (await warehouse.run(flows, part, options)).rows,
} as const;

test.each(Object.entries(askedBy))(
  'the parts of any partition of the leaves add up to all of them, by %s',
  async (_, ask) => {
    await fc.assert(
      fc.asyncProperty(partition, async ({ origins, destinations, modes, cuts }) => {
        const parts = periodsOf(cuts).flatMap((period) =>
          origins.flatMap((from) =>
            destinations.flatMap((to) =>
              modes.map((some) => ({ origins: from, destinations: to, modes: some, ...period })),
            ),
          ),
        );
        const sums = await Promise.all(parts.map(async (part) => sum(await ask(part))));
        expect(sum(sums)).toEqual(written());
      }),
      { numRuns: 15 },
    );
  },
);

test('places that share no trip and leave none out add up, at any mixture of levels', async () => {
  const mixtures = [
    ['ARD'],
    ['ARD-N', 'ARD-S', 'elsewhere:ARD'],
    ['ARD-N', ...feet.slice(2)],
    feet,
  ];
  for (const places of mixtures) {
    const period = {
      modes: ['bus', 'rail'],
      from: tiny.weeks[0] ?? '',
      until: tiny.weeks.at(-1) ?? '',
    };
    const { rows } = await warehouse.run(weeklyByPlace, { places, ...period }, options);
    expect(sum(rows), places.join()).toEqual(written());
    const grouped = await warehouse.run(
      weeklyTrips,
      { origins: places, destinations: places, ...period },
      options,
    );
    expect(sum(grouped.rows), places.join()).toEqual(written());
  }
});

test('places within another of a group are counted once in a sum, and each by itself side by side', async () => {
  const period = {
    modes: ['bus', 'rail'],
    from: tiny.weeks[0] ?? '',
    until: tiny.weeks.at(-1) ?? '',
  };
  const asked = async (destinations: readonly string[]) =>
    sum(
      (await warehouse.run(weeklyTrips, { origins: ['*'], destinations, ...period }, options)).rows,
    );
  expect(await asked(['ARD-N', 'ARD-N1', 'ARD-N'])).toEqual(await asked(['ARD-N']));
  const beside = await warehouse.run(
    weeklyByPlace,
    { places: ['ARD-N', 'ARD-N1'], ...period },
    options,
  );
  const [north, alderton] = [await asked(['ARD-N']), await asked(['ARD-N1'])];
  expect(sum(beside.rows)).toEqual(sum([north, alderton]));
});

test('anywhere is a row of its own among flows, and nothing more where it stands alone', async () => {
  const period = {
    modes: ['bus', 'rail'],
    from: tiny.weeks[0] ?? '',
    until: tiny.weeks.at(-1) ?? '',
  };
  const all = { origins: ['ARD-N', '*'], destinations: ['*'], ...period };
  const { rows } = await warehouse.run(flows, all, options);
  expect(rows.map(({ origin, destination }) => `${origin} ${destination}`)).toEqual([
    '* *',
    'ARD-N *',
  ]);
  expect(rows[0]).toMatchObject(written());
});
