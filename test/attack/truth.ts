import { z } from 'zod';
import type { IsoDate } from '#src/week.ts';
import { base, threshold } from '#test/attack/kestria.ts';
import { readRows } from '#test/release/read-rows.ts';

/**
 * A leaf by both its values. `x`: raw trips, 0 where the leaf is the rest of an area; `y`: as released, 0 where it has no row.
 * `sensitive`: by the rule of docs/policy.md, paragraph 3, judged anew from the raw file. `known`: counted and not sensitive.
 */
export type TrueLeaf = {
  readonly name: string;
  readonly week: IsoDate;
  readonly destination: string;
  readonly mode: string;
  readonly x: number;
  readonly y: number;
  readonly known: boolean;
  readonly sensitive: boolean;
};

/** Raw and released values, read past the pipeline. `within`: the areas inside each area. `rounding`: of shown trips. */
export type Truth = {
  readonly leaves: readonly TrueLeaf[];
  readonly within: ReadonlyMap<string, ReadonlySet<string>>;
  readonly bounds: readonly z.infer<typeof bound>[];
  readonly rounding: number;
};

const leaf = z.object({
  week: z.string(),
  origin: z.string(),
  destination: z.string(),
  mode: z.string(),
  trips: z.coerce.number(),
});
const counted = leaf.extend({ devices: z.coerce.number() });
const inside = z.object({ ancestor: z.string(), descendant: z.string() });
const bound = z.object({ destination: z.string(), mode: z.string(), bound: z.coerce.number() });
const self = z.object({ rounding: z.coerce.number() });

type Leaf = z.infer<typeof leaf>;

const leafColumns = 'CAST(week AS VARCHAR) AS week, origin, destination, mode, trips';

const nameOf = ({ week, origin, destination, mode }: Leaf): string =>
  `${origin} > ${destination} by ${mode}, week of ${week}`;

async function read<T>(file: string, sql: string, row: z.ZodType<T>): Promise<readonly T[]> {
  return (await readRows(file, sql)).map((found) => row.parse(found));
}

/** Reads both files. In a column where something was folded, the rest of an area is a leaf too, even where it was drawn as 0. */
export async function readTruth(rawFile: string, releaseFile: string): Promise<Truth> {
  const raw = await read(rawFile, `SELECT ${leafColumns}, devices FROM trips_weekly`, counted);
  const released = await read(releaseFile, `SELECT ${leafColumns} FROM leaf_weekly`, leaf);
  const closure = await read(releaseFile, 'FROM area_closure', inside);
  const [release] = await read(releaseFile, 'SELECT rounding FROM release', self);
  const within = Map.groupBy(closure, ({ ancestor }) => ancestor);
  return {
    leaves: leavesOf(raw, released),
    within: new Map(
      [...within].map(([area, rows]) => [area, new Set(rows.map((row) => row.descendant))]),
    ),
    bounds: await read(releaseFile, 'FROM error_bound', bound),
    rounding: release?.rounding ?? 0,
  };
}

function leavesOf(
  raw: readonly z.infer<typeof counted>[],
  released: readonly Leaf[],
): readonly TrueLeaf[] {
  const truth = new Map(raw.map((row) => [nameOf(row), row]));
  const published = new Map(released.map((row) => [nameOf(row), row]));
  const rows = new Map(
    [...restsOf(raw, released), ...released, ...raw].map((row) => [nameOf(row), row] as const),
  );
  return [...rows].map(([name, { week, destination, mode }]) => {
    const { trips: x, devices } = truth.get(name) ?? { trips: 0, devices: 0 };
    const y = published.get(name)?.trips ?? 0;
    const sensitive = x > 0 && (x < threshold || devices < threshold);
    return { name, week, destination, mode, x, y, known: x > 0 && !sensitive, sensitive };
  });
}

/** For every flow from or to the rest of an area that has a row in any week: its leaf in every week. */
function restsOf(raw: readonly Leaf[], released: readonly Leaf[]): readonly Leaf[] {
  const weeks = [...new Set(raw.map(({ week }) => week))];
  return released
    .filter(({ origin, destination }) => `${origin} ${destination}`.includes('elsewhere:'))
    .flatMap((row) => weeks.map((week) => ({ ...row, week })));
}

/** Whether a value may stand for a sensitive leaf. */
export const isDrawn = (value: number): boolean => value === 0 || value === base;
