import { z } from 'zod';
import { mondayOf, type IsoDate } from '#src/week.ts';
import { attackedPolicy } from '#test/attack/attacked-policy.ts';
import { readCountry, type Country } from '#test/attack/country.ts';
import { base, threshold, weeks } from '#test/attack/kestria.ts';
import { readRows } from '#test/release/read-rows.ts';

/** What is counted in a figure, by both its values. `x`: as it was counted; `y`: as released. `known`: an insider has it, and takes `taken` off a sum. */
export type TrueCell = {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly known: boolean;
  readonly taken: number;
  readonly sensitive: boolean;
};

/**
 * A leaf. `x`: raw trips, 0 where the leaf is the rest of an area; `y`: 0 where it has no row.
 * `sensitive`: by the rule of docs/policy.md, paragraph 3, judged anew from the raw file. `known`: counted and not sensitive.
 * `taken`: its trips, but none where its flow stands in the rest of an area.
 */
export type TrueLeaf = TrueCell & {
  readonly week: IsoDate;
  readonly origin: string;
  readonly destination: string;
  readonly mode: string;
};

/** A day of a destination, by all modes. `published`: it has a row. */
export type TrueDay = TrueCell & {
  readonly date: IsoDate;
  readonly destination: string;
  readonly published: boolean;
};

/** Raw and released values, read past the pipeline, and what everybody knows. `rounding`: of shown trips. */
export type Truth = {
  readonly leaves: readonly TrueLeaf[];
  readonly days: readonly TrueDay[];
  readonly country: Country;
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
const day = z.object({ date: z.string(), destination: z.string(), trips: z.coerce.number() });
const self = z.object({ rounding: z.coerce.number() });

type Leaf = z.infer<typeof leaf>;
type Day = z.infer<typeof day>;

const leafColumns = 'CAST(week AS VARCHAR) AS week, origin, destination, mode, trips';
const dayColumns = 'CAST(date AS VARCHAR) AS date, destination, trips';

const nameOf = ({ week, origin, destination, mode }: Leaf): string =>
  `${origin} > ${destination} by ${mode}, week of ${week}`;
const nameOfDay = ({ destination, date }: Day): string => `${destination} on ${date}`;

async function read<T>(file: string, sql: string, row: z.ZodType<T>): Promise<readonly T[]> {
  return (await readRows(file, sql)).map((found) => row.parse(found));
}

/** Reads both files. In a column where something was folded, the rest of an area is a leaf too, even where it was drawn as 0. */
export async function readTruth(rawFile: string, releaseFile: string): Promise<Truth> {
  const raw = await read(rawFile, `SELECT ${leafColumns}, devices FROM trips_weekly`, counted);
  const released = await read(releaseFile, `SELECT ${leafColumns} FROM leaf_weekly`, leaf);
  const rawDays = await read(rawFile, `SELECT ${dayColumns} FROM trips_daily`, day);
  const releasedDays = await read(releaseFile, `SELECT ${dayColumns} FROM daily`, day);
  const [release] = await read(releaseFile, 'SELECT rounding FROM release', self);
  return {
    leaves: leavesOf(raw, released),
    days: daysOf(rawDays, releasedDays),
    country: await readCountry(releaseFile),
    rounding: release?.rounding ?? 0,
  };
}

/** A flow in a window of eligibility: all its weeks stand in one place. */
const windowOf = ({ week, origin, destination, mode }: Leaf): string =>
  `${origin} ${destination} ${mode} ${Math.floor(weeks.indexOf(week) / attackedPolicy.eligibilityWeeks)}`;

function leavesOf(
  raw: readonly z.infer<typeof counted>[],
  released: readonly Leaf[],
): readonly TrueLeaf[] {
  const truth = new Map(raw.map((row) => [nameOf(row), row]));
  const published = new Map(released.map((row) => [nameOf(row), row]));
  const standing = new Set(released.map(windowOf));
  const rows = new Map(
    [...restsOf(released), ...released, ...raw].map((row) => [nameOf(row), row] as const),
  );
  return [...rows].map(([name, row]) => {
    const { week, origin, destination, mode } = row;
    const { trips: x, devices } = truth.get(name) ?? { trips: 0, devices: 0 };
    const y = published.get(name)?.trips ?? 0;
    const sensitive = x > 0 && (x < threshold || devices < threshold);
    const known = x > 0 && !sensitive;
    const taken = known && standing.has(windowOf(row)) ? x : 0;
    return { name, week, origin, destination, mode, x, y, known, taken, sensitive };
  });
}

/** For every flow from or to the rest of an area that has a row in any week: its leaf in every week. */
function restsOf(released: readonly Leaf[]): readonly Leaf[] {
  return released
    .filter(({ origin, destination }) => `${origin} ${destination}`.includes('elsewhere:'))
    .flatMap((row) => weeks.map((week) => ({ ...row, week })));
}

/** Every day that was counted. A day without a row in a week with others is released as none. */
function daysOf(raw: readonly Day[], released: readonly Day[]): readonly TrueDay[] {
  const published = new Map(released.map((row) => [nameOfDay(row), row.trips]));
  const whole = new Set(
    released.map(({ destination, date }) => `${destination} ${mondayOf(date)}`),
  );
  return raw.map((row) => ({
    name: nameOfDay(row),
    date: row.date,
    destination: row.destination,
    x: row.trips,
    y: published.get(nameOfDay(row)) ?? 0,
    known: false,
    taken: 0,
    sensitive: false,
    published: whole.has(`${row.destination} ${mondayOf(row.date)}`),
  }));
}

/** Whether a value may stand for a sensitive leaf. */
export const isDrawn = (value: number): boolean => value === 0 || value === base;
