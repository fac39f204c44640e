import type { DuckDBConnection } from '@duckdb/node-api';
import type { ProtectedCube } from '#src/disclosure/cube.ts';
import { linkDaily, type DailyRule } from '#src/disclosure/link-daily.ts';
import type { KeyedStream } from '#src/ports.ts';
import { addDays } from '#src/week.ts';
import { readColumns } from './read-columns.ts';
import { releaseSql } from './release-query.ts';

/** Columns of equal length, seven rows per published destination and week. `day` counts from the first week's Monday. */
export type LinkedDays = {
  readonly day: readonly number[];
  readonly destination: readonly number[];
  readonly trips: readonly number[];
  readonly sensitive: readonly number[];
};

export type LinkOptions = {
  readonly rule: DailyRule;
  readonly stream: KeyedStream;
  readonly releaseId: string;
  readonly onProgress: (done: number, total: number) => void;
};

type RawDays = { readonly trips: Float64Array; readonly devices: Float64Array };

/**
 * The published days: each destination's protected week shared out over its days. None where the raw data set has no days.
 * The index tables of `readRawCube` must be there.
 */
export async function linkDays(
  connection: DuckDBConnection,
  cube: ProtectedCube,
  options: LinkOptions,
): Promise<LinkedDays> {
  const linked = {
    day: [] as number[],
    destination: [] as number[],
    trips: [] as number[],
    sensitive: [] as number[],
  };
  const days = cube.weeks.length * 7;
  const raw = await readRawDays(connection, cube, days);
  if (raw === undefined) return linked;
  const totals = totalsOf(cube);
  const bounds = boundsOf(cube);
  cube.areas.codes.forEach((code, destination) => {
    cube.weeks.forEach((week, index) => {
      const first = destination * days + 7 * index;
      const total = totals[destination * cube.weeks.length + index] ?? 0;
      if (total === 0) return;
      const sevenDays = Array.from({ length: 7 }, (_, day) => ({
        trips: raw.trips[first + day] ?? 0,
        devices: raw.devices[first + day] ?? 0,
      }));
      const uniform = options.stream(`${options.releaseId}|days|${week}|${code}`);
      linkDaily(
        { total, bound: bounds[destination] ?? 0, days: sevenDays },
        options.rule,
        uniform,
      )?.forEach(({ trips, sensitive }, day) => {
        linked.day.push(7 * index + day);
        linked.destination.push(destination);
        linked.trips.push(trips);
        linked.sensitive.push(Number(sensitive));
      });
    });
    options.onProgress(destination + 1, cube.areas.codes.length);
  });
  return linked;
}

/** Raw days per `destination × days + day`, or undefined where there are none. */
async function readRawDays(
  connection: DuckDBConnection,
  { areas, weeks }: ProtectedCube,
  days: number,
): Promise<RawDays | undefined> {
  const most = areas.codes.length * days;
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
    const at = (read.destination[row] ?? 0) * days + (read.day[row] ?? 0);
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
