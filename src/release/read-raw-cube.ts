import type { DuckDBConnection } from '@duckdb/node-api';
import type { Area } from '#src/area.ts';
import type { RawCube } from '#src/disclosure/cube.ts';
import { cutLeaves } from '#src/disclosure/cut-leaves.ts';
import { Fault } from '#src/fault.ts';
import { addDays, dayNumber, type IsoDate } from '#src/week.ts';
import { cubeAreasOf } from './cube-areas.ts';
import { makeIndexTables } from './index-tables.ts';
import { readColumns } from './read-columns.ts';
import { makeKnownContribution } from './known-contribution.ts';
import { releaseSql } from './release-query.ts';
import { textRows } from './text-rows.ts';

const most = { areas: 65_536, weeks: 65_536, modes: 256 };

/** How large the raw data are. Weeks are Mondays. */
type RawSize = {
  readonly rows: number;
  readonly trips: number;
  readonly firstWeek: IsoDate;
  readonly lastWeek: IsoDate;
};

/**
 * Aggregates the raw trips to the leaf cube: privileged. Its weeks have no gaps.
 * Leaves index tables behind for `readRawDays`. Throws `ReleaseFault` where there are no trips, or trips of an area or mode that is not listed.
 */
export async function readRawCube(
  connection: DuckDBConnection,
  areas: readonly Area[],
  modes: readonly string[],
): Promise<RawCube> {
  const size = await readSize(connection);
  const weeks = weeksBetween(size.firstWeek, size.lastWeek);
  if (areas.length > most.areas || weeks.length > most.weeks || modes.length > most.modes) {
    throw new Fault(
      'ReleaseFault',
      'tooLarge',
      `a release holds at most ${most.areas} areas, ${most.weeks} weeks and ${most.modes} modes`,
    );
  }
  await makeIndexTables(connection, { areas: areas.map(({ code }) => code), weeks, modes });
  const leaves = await readLeaves(connection, size);
  return { areas: cubeAreasOf(areas), weeks, modes, leaves };
}

async function readSize(connection: DuckDBConnection): Promise<RawSize> {
  const [row = {}] = await textRows(connection, await releaseSql('raw-size'));
  if (Number(row['rows']) === 0)
    throw new Fault('ReleaseFault', 'noTrips', 'the data set holds no trips: import it again');
  return {
    rows: Number(row['rows']),
    trips: Number(row['trips']),
    firstWeek: row['first_week'] ?? '',
    lastWeek: row['last_week'] ?? '',
  };
}

function weeksBetween(first: IsoDate, last: IsoDate): readonly IsoDate[] {
  return Array.from({ length: (dayNumber(last) - dayNumber(first)) / 7 + 1 }, (_, index) =>
    addDays(first, 7 * index),
  );
}

async function readLeaves(
  connection: DuckDBConnection,
  { rows, trips }: RawSize,
): Promise<RawCube['leaves']> {
  const isKnown = await makeKnownContribution(connection);
  const leaves = {
    week: new Uint16Array(rows),
    origin: new Uint16Array(rows),
    destination: new Uint16Array(rows),
    mode: new Uint8Array(rows),
    trips: new Float64Array(rows),
    devices: new Float64Array(rows),
  };
  const contributions = isKnown && {
    largest: new Float64Array(rows),
    second: new Float64Array(rows),
  };
  const columns = [
    leaves.week,
    leaves.origin,
    leaves.destination,
    leaves.mode,
    leaves.trips,
    leaves.devices,
    ...(contributions ? [contributions.largest, contributions.second] : []),
  ];
  const count = await readColumns(connection, { sql: await releaseSql('leaf-weekly') }, columns);
  if (leaves.trips.reduce((sum, value) => sum + value, 0) !== trips) {
    throw new Fault(
      'ReleaseFault',
      'strayTrips',
      'some trips are of an area, week or mode that the data set does not list: import it again',
    );
  }
  return cutLeaves({ ...leaves, ...(contributions && { contributions }) }, count);
}
