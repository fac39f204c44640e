import type { DuckDBConnection } from '@duckdb/node-api';
import type { ProtectedCube } from '#src/disclosure/cube.ts';
import { linkDaily, type DailyRule, type LinkedDay } from '#src/disclosure/link-daily.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { relinkDaily } from '#src/disclosure/revise/relink-daily.ts';
import type { KeyedStream } from '#src/ports.ts';
import { addDays } from '#src/week.ts';
import { readColumns } from './read-columns.ts';
import { releaseSql } from './release-query.ts';

/** Columns of equal length, seven rows per published destination and week, in the order of destinations and days. `day` counts from the first week's Monday. */
export type LinkedDays = {
  readonly day: ArrayLike<number>;
  readonly destination: ArrayLike<number>;
  readonly trips: ArrayLike<number>;
  readonly sensitive: ArrayLike<number>;
};

/** What was published before: the cube by the indices of the new one, the number of its weeks, and its days. */
type EarlierDays = {
  readonly cube: ProtectedCube;
  readonly weeks: number;
  readonly days: LinkedDays;
};

export type LinkOptions = {
  readonly rule: DailyRule;
  readonly zeros: DisclosurePolicy['zeros'];
  readonly stream: KeyedStream;
  readonly releaseId: string;
  readonly earlier: EarlierDays | undefined;
  readonly onProgress: (done: number, total: number) => void;
};

type RawDays = { readonly trips: Float64Array; readonly devices: Float64Array };
type Week = readonly LinkedDay[] | undefined;

/**
 * The published days: each destination's protected week shared out over its days. A week whose total was published before keeps its days, and
 * one whose total was revised shares it as before: only new weeks are shared by their raw days. None where zeros are protected: a day of none
 * would show that nobody travelled.
 * The index tables of `readRawCube` must be there. Source: docs/policy.md, paragraphs 9 and 14.
 */
export async function linkDays(
  connection: DuckDBConnection,
  cube: ProtectedCube,
  options: LinkOptions,
): Promise<LinkedDays> {
  const linked = makeColumns();
  if (options.zeros === 'protected') return linked;
  const raw = await readRawDays(connection, cube);
  const linkWeek = weekLinker(cube, raw, options);
  cube.areas.codes.forEach((_, destination) => {
    cube.weeks.forEach((_week, week) =>
      addWeek(linked, destination, week, linkWeek(destination, week)),
    );
    options.onProgress(destination + 1, cube.areas.codes.length);
  });
  return linked;
}

const makeColumns = () => ({
  day: [] as number[],
  destination: [] as number[],
  trips: [] as number[],
  sensitive: [] as number[],
});

function addWeek(
  linked: ReturnType<typeof makeColumns>,
  destination: number,
  week: number,
  days: Week,
): void {
  days?.forEach(({ trips, sensitive }, day) => {
    linked.day.push(7 * week + day);
    linked.destination.push(destination);
    linked.trips.push(trips);
    linked.sensitive.push(Number(sensitive));
  });
}

/** Gives the days of one destination's week. */
function weekLinker(
  cube: ProtectedCube,
  raw: RawDays | undefined,
  { rule, stream, releaseId, earlier }: LinkOptions,
): (destination: number, week: number) => Week {
  const totals = totalsOf(cube);
  const before = earlier && totalsOf(earlier.cube);
  const published = earlier && daysByWeek(earlier.days, cube.weeks.length);
  const bounds = boundsOf(cube);
  return (destination, week) => {
    const cell = destination * cube.weeks.length + week;
    const total = totals[cell] ?? 0;
    const bound = bounds[destination] ?? 0;
    if (week < (earlier?.weeks ?? 0)) {
      const days = published?.get(cell);
      if (days === undefined || total === before?.[cell]) return days;
      return relinkDaily({ total, bound, days }, rule);
    }
    if (total === 0 || raw === undefined) return undefined;
    const label = `${releaseId}|days|${cube.weeks[week]}|${cube.areas.codes[destination]}`;
    return linkDaily({ total, bound, days: sevenDays(raw, cell) }, rule, stream(label));
  };
}

const sevenDays = ({ trips, devices }: RawDays, cell: number) =>
  Array.from({ length: 7 }, (_, day) => ({
    trips: trips[7 * cell + day] ?? 0,
    devices: devices[7 * cell + day] ?? 0,
  }));

/** Published days by `destination × weeks + week`. */
function daysByWeek(days: LinkedDays, weeks: number): ReadonlyMap<number, readonly LinkedDay[]> {
  const rows = Map.groupBy(
    Array.from(days.day, (_, row) => row),
    (row) => (days.destination[row] ?? 0) * weeks + Math.floor((days.day[row] ?? 0) / 7),
  );
  const dayOf = (row: number): LinkedDay => ({
    trips: days.trips[row] ?? 0,
    sensitive: days.sensitive[row] === 1,
  });
  return new Map([...rows].map(([cell, ofWeek]) => [cell, ofWeek.map(dayOf)]));
}

/** Raw days per `7 × (destination × weeks + week) + weekday`, or undefined where there are none. */
async function readRawDays(
  connection: DuckDBConnection,
  { areas, weeks }: ProtectedCube,
): Promise<RawDays | undefined> {
  const most = areas.codes.length * weeks.length * 7;
  const read = {
    day: new Int32Array(most),
    destination: new Int32Array(most),
    trips: new Float64Array(most),
    devices: new Float64Array(most),
  };
  const params = { first_day: weeks[0] ?? '', last_day: addDays(weeks.at(-1) ?? '', 6) };
  const count = await readColumns(connection, { sql: await releaseSql('daily'), params }, [
    read.day,
    read.destination,
    read.trips,
    read.devices,
  ]);
  if (count === 0) return undefined;
  const raw = { trips: new Float64Array(most), devices: new Float64Array(most) };
  for (let row = 0; row < count; row += 1) {
    const at = (read.destination[row] ?? 0) * weeks.length * 7 + (read.day[row] ?? 0);
    raw.trips[at] = read.trips[row] ?? 0;
    raw.devices[at] = read.devices[row] ?? 0;
  }
  return raw;
}

/** Protected trips per `destination × weeks + week`, all modes. */
function totalsOf({ areas, weeks, leaves }: ProtectedCube): Float64Array {
  const totals = new Float64Array(areas.codes.length * weeks.length);
  leaves.trips.forEach((trips, row) => {
    const at = (leaves.destination[row] ?? 0) * weeks.length + (leaves.week[row] ?? 0);
    totals[at] = (totals[at] ?? 0) + trips;
  });
  return totals;
}

/** E per destination, all modes: the sum of its modes' bounds. */
function boundsOf({ areas, modes, bound }: ProtectedCube): readonly number[] {
  return areas.codes.map((_, destination) =>
    modes.reduce((sum, _mode, mode) => sum + (bound[destination * modes.length + mode] ?? 0), 0),
  );
}
