import { type DuckDBConnection, INTEGER, VARCHAR } from '@duckdb/node-api';
import type { DemoLeaves } from '#src/release/demo/demo-leaves.ts';
import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';
import type { DrawnDays } from '#src/release/demo/draw-days.ts';
import type { DrawnWeek } from '#src/release/demo/draw-week.ts';
import { appendColumns } from '#src/release/duckdb-file.ts';

const staging = `
  CREATE TEMP TABLE staged_leaf (leaf INTEGER, origin VARCHAR, destination VARCHAR);
  CREATE TEMP TABLE staged_district (district INTEGER, code VARCHAR);
  CREATE TEMP TABLE staged_mode (mode INTEGER, value VARCHAR);
  CREATE TEMP TABLE staged_week (week INTEGER, leaf INTEGER, mode INTEGER, panel_trips INTEGER, devices INTEGER);
  CREATE TEMP TABLE staged_day (day INTEGER, district INTEGER, panel_trips INTEGER, devices INTEGER)`;

const move = `
  INSERT INTO trips_weekly
    SELECT CAST($first AS DATE) + 7 * week, origin, destination, value, panel_trips * $expansion, devices
    FROM staged_week JOIN staged_leaf USING (leaf) JOIN staged_mode USING (mode)
    ORDER BY week, leaf, mode`;

const moveDays = `
  INSERT INTO trips_daily
    SELECT CAST($first AS DATE) + day, code, panel_trips * $expansion, devices
    FROM staged_day JOIN staged_district USING (district)
    ORDER BY day, district`;

/** Makes the temporary tables that hold drawn trips by number until `moveTrips`. */
export async function stageTrips(
  connection: DuckDBConnection,
  { model, districts }: DemoParameters,
  leaves: DemoLeaves,
): Promise<void> {
  await connection.run(staging);
  const count = leaves.origin.length;
  const destination = Array.from(leaves.destination, (district) => districts[district]?.code ?? '');
  await appendColumns(
    connection,
    'staged_leaf',
    [INTEGER, VARCHAR, VARCHAR],
    [ordinals(count), leaves.origin, destination],
    count,
  );
  const codes = districts.map(({ code }) => code);
  await appendColumns(
    connection,
    'staged_district',
    [INTEGER, VARCHAR],
    [ordinals(codes.length), codes],
    codes.length,
  );
  const modes = model.modes.map(({ value }) => value);
  await appendColumns(
    connection,
    'staged_mode',
    [INTEGER, VARCHAR],
    [ordinals(modes.length), modes],
    modes.length,
  );
}

/** Stages one drawn week and its days. */
export async function stageWeek(
  connection: DuckDBConnection,
  week: number,
  drawn: DrawnWeek,
  days: DrawnDays,
): Promise<void> {
  const count = drawn.leaf.length;
  const weeks = Array.from({ length: count }, () => week);
  const weekly = [weeks, drawn.leaf, drawn.mode, drawn.panelTrips, drawn.devices];
  await appendColumns(
    connection,
    'staged_week',
    [INTEGER, INTEGER, INTEGER, INTEGER, INTEGER],
    weekly,
    count,
  );
  const daily = [days.day, days.district, days.panelTrips, days.devices];
  await appendColumns(
    connection,
    'staged_day',
    [INTEGER, INTEGER, INTEGER, INTEGER],
    daily,
    days.day.length,
  );
}

/** Writes the staged trips, expanded from the panel to all people, and drops what was staged. */
export async function moveTrips(
  connection: DuckDBConnection,
  { model }: DemoParameters,
): Promise<void> {
  const expansion = Math.round(1 / model.panelShare);
  await connection.run(move, { first: model.firstWeek, expansion });
  await connection.run(moveDays, { first: model.firstWeek, expansion });
  for (const table of ['leaf', 'district', 'mode', 'week', 'day'])
    await connection.run(`DROP TABLE staged_${table}`);
}

function ordinals(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index);
}
