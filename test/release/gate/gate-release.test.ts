import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Protection } from '#src/disclosure/protect.ts';
import { gateSteps } from '#src/release/gate/run-gate.ts';
import type { Row } from '#test/disclosure/make-cube.ts';
import { readRows } from '#test/release/read-rows.ts';
import { someKey } from '#test/disclosure/some-key.ts';
import { gate, gateCube, gateRows, protectGated, withLeaves, type Gated } from './gated-release.ts';

const weeks = 26;
const rows = gateRows(weeks);
const raw = gateCube(rows, weeks);
const protection = protectGated(raw);
const { base } = protection.baseline;

/** The first row of a leaf that is wanted. */
const rowWhere = (
  { baseline: { leaves } }: Protection,
  isWanted: (row: number) => boolean,
): number => {
  const row = leaves.trips.findIndex((_, at) => isWanted(at));
  if (row < 0) throw new Error('no such leaf');
  return row;
};
const isHidden = (row: number): boolean => protection.baseline.leaves.sensitive[row] === 1;

/** Every hidden leaf as a draw of its own says. */
const redrawn = (draw: (trips: number) => number): Protection =>
  withLeaves(protection, ({ trips, published, sensitive }) => ({
    published: published.map((as, row) => (sensitive[row] === 1 ? draw(trips[row] ?? 0) : as)),
  }));

const failureOf = async (gated: Gated): Promise<string> => {
  const failure: unknown = await gate(gated).catch((error: unknown) => error);
  if (!(failure instanceof Error)) throw new Error('the gate let it pass');
  expect(failure).toMatchObject({ name: 'ReleaseFault', code: 'gate' });
  return failure.message;
};

test('a sound release passes, and says so in public and in private', async () => {
  const { file, reportFile, report } = await gate({ raw, protection });
  expect(report).toMatchObject({ verdict: 'passed', mechanism: 'dependentRounding', base: '40' });
  const written = await readRows(file, 'SELECT name, value FROM report');
  expect(Object.fromEntries(written.map((row) => [row['name'], row['value']]))).toEqual(report);
  expect(statSync(reportFile).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(reportFile, 'utf8'))).toMatchObject({
    verdict: 'passed',
    public: report,
    figures: { sensitiveLeaves: protection.privileged.sensitiveLeaves },
    steps: { length: gateSteps },
    insiders: { length: 3 },
  });
});

test('the public report is the same whatever hidden leaves were', async () => {
  const isOther = (row: Row): boolean => row.week === 3 && row.from === 'N1' && row.devices < 8;
  const others = rows.map((row) => (isOther(row) ? { ...row, devices: 7, trips: 8 } : row));
  const other = gateCube(others, weeks);
  expect(others.filter((row, at) => row !== rows[at]).length).toBeGreaterThan(0);
  const { report } = await gate({ raw: other, protection: protectGated(other) });
  expect(report).toEqual((await gate({ raw, protection })).report);
});

test('what the operator is told of a failure names rules, and no figure or place', async () => {
  const gated = { raw, protection: redrawn(() => base) };
  expect(await failureOf(gated)).not.toMatch(/\d{2}|N1|S1/u);
});

const coin = someKey(4)('coin');
const hidden = rowWhere(
  protection,
  (row) => isHidden(row) && (protection.baseline.leaves.trips[row] ?? 0) >= 12,
);
const crowdedWeek = rowWhere(
  protection,
  (row) => isHidden(row) && protection.baseline.leaves.published[row] === 0,
);

test.each<[string, string, Omit<Gated, 'raw'>]>([
  [
    'a leaf left raw in the file',
    'a leaf that is not what was protected',
    {
      protection,
      spoil: `UPDATE leaf_weekly SET trips = 27, status = 'exact' WHERE rowid = (SELECT min(rowid) FROM leaf_weekly WHERE status = 'sensitive')`,
    },
  ],
  [
    'a leaf that is called exact although it is not',
    'an exact leaf that is about too few devices or mostly about one or two',
    {
      protection: withLeaves(protection, ({ trips, published, sensitive }) => ({
        published: published.with(hidden, trips[hidden] ?? 0),
        sensitive: sensitive.with(hidden, 0),
      })),
    },
  ],
  [
    'a hidden leaf that stands as it is',
    'a hidden leaf that is neither 0 nor the base',
    {
      protection: withLeaves(protection, ({ trips, published }) => ({
        published: published.with(hidden, trips[hidden] ?? 0),
      })),
    },
  ],
  [
    'a biased draw',
    'a draw that is not as likely as the trips say',
    { protection: redrawn((trips) => (coin() < Math.min(1, (1.2 * trips) / base) ? base : 0)) },
  ],
  [
    'an optimiser instead of the draw',
    'a draw that is not as likely as the trips say',
    { protection: redrawn((trips) => (2 * trips < base ? 0 : base)) },
  ],
  [
    'a sum that is not held',
    'a sum that the draw does not hold',
    {
      protection: withLeaves(protection, ({ published, sensitive, week, origin }) => ({
        published: published.map((as, row) =>
          sensitive[row] === 1 &&
          week[row] === week[crowdedWeek] &&
          origin[row] === origin[crowdedWeek]
            ? base
            : as,
        ),
      })),
    },
  ],
  [
    'an error bound that is too small',
    'an error larger than its published bound',
    {
      protection: {
        ...protection,
        baseline: { ...protection.baseline, bound: protection.baseline.bound.map(() => 0) },
      },
    },
  ],
  [
    'days that do not add up',
    'a week of days that does not add up',
    {
      protection,
      spoil: `INSERT INTO daily SELECT CAST(week + CAST(day AS INTEGER) AS DATE), destination, 50, 'exact' FROM (SELECT min(week) AS week, min(destination) AS destination FROM leaf_weekly) AS one, range(7) AS days(day)`,
    },
  ],
  [
    'a raw column',
    'a table or column that a release does not have',
    { protection, spoil: 'ALTER TABLE leaf_weekly ADD COLUMN devices BIGINT' },
  ],
  [
    'a leaf that the data do not hold',
    'a leaf that is not the sum of its flows',
    {
      protection: withLeaves(protection, ({ trips }) => ({
        trips: trips.with(hidden, (trips[hidden] ?? 0) + 1),
      })),
    },
  ],
])('the gate stops %s', async (_, rule, gated) => {
  expect(await failureOf({ raw, ...gated })).toContain(rule);
});

test('the gate stops a stable small flow that is published without being about enough devices', async () => {
  const isSmall = (row: Row): boolean => row.devices === 1;
  const lifted = rows.map((row) =>
    isSmall(row) && row.week % 13 === 0 ? { ...row, devices: 12, trips: 36 } : row,
  );
  const eligible = protectGated(gateCube(lifted, weeks));
  const smallAt = (row: number): boolean => {
    const { week, origin, destination } = eligible.baseline.leaves;
    return rows.some(
      (each) =>
        isSmall(each) &&
        each.week === week[row] &&
        raw.areas.codes[origin[row] ?? -1] === each.from &&
        raw.areas.codes[destination[row] ?? -1] === each.to,
    );
  };
  const published = withLeaves(eligible, (leaves) => ({
    trips: leaves.trips.map((trips, row) => (smallAt(row) ? 3 : trips)),
    devices: leaves.devices.map((devices, row) => (smallAt(row) ? 1 : devices)),
    published: leaves.published.map((as, row) => (smallAt(row) && as !== base ? 0 : as)),
    sensitive: leaves.sensitive.map((is, row) => (smallAt(row) ? 1 : is)),
  }));
  const failure = await failureOf({ raw, protection: published });
  expect(failure).toContain('a leaf of a flow that is about too few devices in its window');
  expect(failure).toContain('an average that tells of too few devices');
});

const busy: Row = { week: 5, from: 'N1', to: 'S4', devices: 15, trips: 45 };
const isBusy = ({ week, from, to }: Row): boolean =>
  week === busy.week && from === busy.from && to === busy.to;
const withBusy = (all: readonly Row[], row: Row): readonly Row[] => [
  ...all.filter((each) => !isBusy(each)),
  row,
];
const first = protectGated(gateCube(withBusy(rows, busy), weeks));

/** The same data set some weeks later, with another figure in the place of the busy one. */
function later(row: Row): { readonly raw: ReturnType<typeof gateCube>; protection: Protection } {
  const next = gateCube(withBusy(gateRows(weeks + 3), row), weeks + 3);
  return { raw: next, protection: protectGated(next, first.baseline) };
}

test('a sound revision passes: new weeks, and a change that is about enough devices', async () => {
  const revised = later({ ...busy, devices: 30, trips: 90 });
  expect(revised.protection.privileged.revision).toMatchObject({ revised: 1 });
  const { report } = await gate({ ...revised, before: first.baseline });
  expect(report['verdict']).toBe('passed');
});

test('the gate stops a re-drawn revision', async () => {
  const revised = later(busy);
  const drawn = rowWhere(
    revised.protection,
    (row) =>
      revised.protection.baseline.leaves.sensitive[row] === 1 &&
      revised.protection.baseline.leaves.week[row] === 2,
  );
  const again = withLeaves(revised.protection, ({ published }) => ({
    published: published.with(drawn, base - (published[drawn] ?? 0)),
  }));
  const failure = await failureOf({ raw: revised.raw, protection: again, before: first.baseline });
  expect(failure).toContain('a leaf that was drawn or empty before is drawn');
});

test('the gate stops a late single device', async () => {
  const late = { ...busy, devices: 16, trips: 60 };
  const revised = later(late);
  const { leaves } = revised.protection.baseline;
  const { codes } = revised.raw.areas;
  const at = rowWhere(
    revised.protection,
    (row) =>
      leaves.week[row] === busy.week &&
      codes[leaves.origin[row] ?? -1] === busy.from &&
      codes[leaves.destination[row] ?? -1] === busy.to,
  );
  expect(leaves.published[at]).toBe(45);
  const shown = withLeaves(revised.protection, ({ trips, devices, published }) => ({
    trips: trips.with(at, 60),
    devices: devices.with(at, 16),
    published: published.with(at, 60),
  }));
  const failure = await failureOf({ raw: revised.raw, protection: shown, before: first.baseline });
  expect(failure).toContain('a revised leaf whose change is about too few devices');
});

test('a revised leaf is held against every figure that was ever published of it', async () => {
  const up = later({ ...busy, devices: 30, trips: 90 });
  const back = gateCube(
    withBusy(gateRows(weeks + 3), { ...busy, devices: 16, trips: 60 }),
    weeks + 3,
  );
  const second = protectGated(back, up.protection.baseline);
  const { leaves } = second.baseline;
  const at = rowWhere(second, (row) => leaves.published[row] === 90);
  const shown = withLeaves(second, ({ trips, devices, published }) => ({
    trips: trips.with(at, 60),
    devices: devices.with(at, 16),
    published: published.with(at, 60),
  }));
  const failure = await failureOf({ raw: back, protection: shown, before: up.protection.baseline });
  expect(failure).toContain('a revised leaf whose change is about too few devices');
});

const unsure =
  'a revised leaf that was or is hidden, and beside it a figure that is not about enough';

/** The busy leaf's flow is about enough devices in another week. */
const withTurning = (all: readonly Row[], row: Row): readonly Row[] => [
  ...withBusy(all, row),
  { ...busy, week: busy.week - 1 },
];

/** What the gate says where the busy leaf goes from one row to another, and stands as that is. */
async function failureOfTurn(before: Row, after: Row, drawn: boolean): Promise<string> {
  const early = protectGated(gateCube(withTurning(rows, before), weeks));
  const next = gateCube(withTurning(gateRows(weeks + 3), after), weeks + 3);
  const revised = protectGated(next, early.baseline);
  const { leaves } = revised.baseline;
  const { codes } = next.areas;
  const at = rowWhere(
    revised,
    (row) =>
      leaves.week[row] === busy.week &&
      codes[leaves.origin[row] ?? -1] === busy.from &&
      codes[leaves.destination[row] ?? -1] === busy.to,
  );
  const shown = withLeaves(revised, ({ trips, devices, published, sensitive }) => ({
    trips: trips.with(at, after.trips),
    devices: devices.with(at, after.devices),
    published: published.with(at, drawn ? 0 : after.trips),
    sensitive: sensitive.with(at, Number(drawn)),
  }));
  return failureOf({ raw: next, protection: shown, before: early.baseline });
}

test.each([
  // T = 10 and b = 40. All pass the rule of the changed contribution.
  ['18 devices in the place of a hidden one', [6, 2], [60, 18], false],
  ['49 trips in the place of a few', [6, 2], [49, 19], false],
  ['a hidden leaf in the place of 18 devices', [60, 18], [6, 2], true],
  ['a hidden leaf in the place of 49 trips', [49, 19], [6, 2], true],
] as const)('the gate stops %s', async (_, [trips, devices], [then, most], drawn) => {
  const before = { ...busy, trips, devices };
  const after = { ...busy, trips: then, devices: most };
  expect(await failureOfTurn(before, after, drawn)).toContain(unsure);
});

test.each([
  ['19 devices and 50 trips in the place of a hidden leaf', [6, 2], [50, 19]],
  ['a hidden leaf in their place', [50, 19], [6, 2]],
] as const)('the gate lets pass %s', async (_, [trips, devices], [then, most]) => {
  const early = protectGated(gateCube(withTurning(rows, { ...busy, trips, devices }), weeks));
  const row = { ...busy, trips: then, devices: most };
  const next = gateCube(withTurning(gateRows(weeks + 3), row), weeks + 3);
  const protection = protectGated(next, early.baseline);
  expect(protection.privileged.revision).toMatchObject({ revised: 1, frozen: 0 });
  const { report } = await gate({ raw: next, protection, before: early.baseline });
  expect(report['verdict']).toBe('passed');
});

test('an error bound may not fall', async () => {
  const revised = later(busy);
  const larger = { ...first.baseline, bound: first.baseline.bound.map((bound) => bound + base) };
  expect(await failureOf({ ...revised, before: larger })).toContain(
    'an error bound below the one published before',
  );
});

test('the cube of these tests has many hidden leaves, and flows that are folded', () => {
  expect(protection.privileged.sensitiveLeaves).toBeGreaterThan(600);
  expect(protection.baseline.moves.length).toBeGreaterThan(0);
});
