import { areas, calendar, events, modes } from '#test/support/tiny-release/country.ts';
import { dayNumber, addDays, type IsoDate } from '#src/week.ts';

type TinyKey = {
  readonly week: IsoDate;
  readonly origin: string;
  readonly destination: string;
  readonly mode: string;
};

/** A published leaf, as the release holds it. */
export type TinyLeaf = TinyKey & {
  readonly trips: number;
  readonly status: 'exact' | 'sensitive';
};

export type TinyDay = {
  readonly date: IsoDate;
  readonly destination: string;
  readonly trips: number;
};

/** The true trips of a leaf in a week. */
export type TripsOf = (key: TinyKey) => number;

const sizes: Readonly<Record<string, number>> = {
  'ARD-N1': 60,
  'ARD-N2': 25,
  'ARD-S1': 80,
  'ARD-S2': 30,
  'ARD-S3': 8,
  'elsewhere:ARD': 12,
};
const shares: Readonly<Record<string, number>> = { bus: 0.7, rail: 0.3 };
const dips = { bankHoliday: 0.93, schoolHoliday: 0.95, christmas: 0.6, fault: 0.5 };
const dayShares = [0.15, 0.15, 0.15, 0.15, 0.16, 0.13, 0.11];

/**
 * Trips of an ordinary week by the sizes of both ends, with a yearly swing of 8 %, 3 % of noise, a fall of 18 % under
 * the work from home guidance of the destination and dips in flagged weeks.
 */
export const ordinaryTrips: TripsOf = (key) => {
  const { week, origin, destination, mode } = key;
  const size = (sizes[origin] ?? 0) * (sizes[destination] ?? 0) * (shares[mode] ?? 0) * 0.5;
  const home = origin === destination ? 3 : 1;
  const season = 1 + 0.08 * Math.sin((2 * Math.PI * dayNumber(week)) / 365.25);
  const noise = 1 + 0.03 * (2 * unit(key, 'noise') - 1);
  return Math.round(
    size * home * season * noise * guidance(week, destination) * dip(week, destination),
  );
};

function guidance(week: IsoDate, destination: string): number {
  const inForce = events.filter(
    ({ area, date }) => lineOf(destination).includes(area) && date <= addDays(week, 3),
  );
  return inForce.at(-1)?.kind === 'wfh_started' ? 0.82 : 1;
}

function dip(week: IsoDate, destination: string): number {
  const flag = calendar.find((one) => one.week === week && lineOf(destination).includes(one.area));
  return flag === undefined ? 1 : dips[flag.kind];
}

/** A number in [0, 1) that depends on the key alone (FNV-1a). */
function unit(key: TinyKey, salt: string): number {
  let hash = 0x811c9dc5;
  for (const letter of Object.values(key).join('|') + salt) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

/** An area and all it lies in, nearest first. */
export function lineOf(code: string): readonly string[] {
  const parent = areas.find((area) => area.code === code)?.parent;
  return parent === undefined ? [code] : [code, ...lineOf(parent)];
}

/** Every published leaf: those below the base are drawn as 0, which has no row, or as the base. */
export function leavesOf(
  weeks: readonly IsoDate[],
  base: number,
  tripsOf: TripsOf,
): readonly TinyLeaf[] {
  return keysOf(weeks).flatMap((key): TinyLeaf[] => {
    const trips = tripsOf(key);
    if (trips >= base) return [{ ...key, trips, status: 'exact' }];
    return unit(key, 'draw') < trips / base ? [{ ...key, trips: base, status: 'sensitive' }] : [];
  });
}

function keysOf(weeks: readonly IsoDate[]): readonly TinyKey[] {
  const ends = Object.keys(sizes);
  return weeks.flatMap((week) =>
    ends.flatMap((origin) =>
      ends.flatMap((destination) =>
        modes.map(({ value }) => ({ week, origin, destination, mode: value })),
      ),
    ),
  );
}

/** Seven days for every destination and week, which add up to its published week. */
export function daysOf(leaves: readonly TinyLeaf[]): readonly TinyDay[] {
  const weeks = Map.groupBy(leaves, ({ destination, week }) => `${destination} ${week}`);
  return [...weeks.values()].flatMap((group) => {
    const total = group.reduce((sum, { trips }) => sum + trips, 0);
    const rounded = dayShares.map((share) => Math.floor(total * share));
    const rest = total - rounded.reduce((sum, trips) => sum + trips, 0);
    return group.slice(0, 1).flatMap(({ destination, week }) =>
      rounded.map((trips, day) => ({
        date: addDays(week, day),
        destination,
        trips: day === 4 ? trips + rest : trips,
      })),
    );
  });
}
