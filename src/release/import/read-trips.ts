import { readFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Area } from '#src/area.ts';
import type { Mode } from '#src/grammar/ask.ts';
import { insertTexts } from '../insert-texts.ts';
import { textRows, type TextRow } from '../text-rows.ts';
import { chooseTrips, hasContributions, isWeekly, type TripsColumns } from './choose-trips.ts';
import { readModes } from './read-modes.ts';
import { sayTripsFault, type TripsFault } from './say-trips-fault.ts';
import {
  rejectFile,
  rejectRows,
  stageSource,
  type StagedSource,
  type WrongRow,
} from './stage-source.ts';

/** Rows that passed every check, in the temporary table `judged_trips`. */
export type JudgedTrips = {
  readonly weekly: boolean;
  readonly hasDevices: boolean;
  readonly hasContributions: boolean;
  readonly modes: readonly Mode[];
};

const names = ['day', 'origin', 'destination', 'mode', 'trips', 'devices', 'largest', 'second'];

/** Reads the trips file and judges every row against the areas. Throws `Rejection` on any problem. */
export async function readTrips(
  connection: DuckDBConnection,
  file: string,
  columns: TripsColumns,
  areas: readonly Area[],
): Promise<JudgedTrips> {
  const staged = await stageSource(connection, { file, table: 'staged_trips', names }, (header) =>
    chooseTrips(header, columns),
  );
  const read = await readModes(connection);
  if ('reason' in read) throw rejectFile(file, [read.reason]);
  await insertKnown(connection, areas, read.ofText);
  const judged = {
    weekly: isWeekly(staged.chosen),
    hasDevices: staged.chosen['devices'] !== undefined,
    hasContributions: hasContributions(staged.chosen),
    modes: read.modes,
  };
  const sql = await readFile(new URL('judge-trips.sql', import.meta.url), 'utf8');
  await connection.run(sql, {
    is_weekly: judged.weekly,
    has_modes: staged.chosen['mode'] !== undefined,
    has_devices: judged.hasDevices,
    has_contributions: judged.hasContributions,
  });
  await rejectWrong(connection, staged, judged.weekly ? 'week' : 'date');
  return judged;
}

async function insertKnown(
  connection: DuckDBConnection,
  areas: readonly Area[],
  modes: ReadonlyMap<string, Mode>,
): Promise<void> {
  const parents = new Set(areas.map(({ parent }) => parent));
  await connection.run('CREATE TEMP TABLE known_area (code VARCHAR, leaf BOOLEAN)');
  await connection.run('CREATE TEMP TABLE known_mode (text VARCHAR, value VARCHAR)');
  await insertTexts(
    connection,
    'known_area',
    areas.map(({ code }) => [code, String(!parents.has(code))]),
  );
  await insertTexts(
    connection,
    'known_mode',
    [...modes].map(([text, mode]) => [text, mode.value]),
  );
}

async function rejectWrong(
  connection: DuckDBConnection,
  staged: StagedSource,
  dayName: 'week' | 'date',
): Promise<void> {
  const rows = await textRows(connection, faulty);
  const total = Number(rows[0]?.['total'] ?? 0);
  if (total + staged.broken.length > 0)
    throw await rejectRows(
      staged,
      rows.map((row) => wrongRow(row, dayName)),
      total,
    );
  const [held] = await textRows(
    connection,
    'SELECT count(*) FILTER (trips > 0) AS rows FROM judged_trips',
  );
  if (Number(held?.['rows']) === 0) throw rejectFile(staged.source.file, ['holds no trips']);
}

const faulty = `
WITH repeated AS (
  SELECT date, origin, destination, mode, min(row) AS first
  FROM judged_trips WHERE fault IS NULL GROUP BY ALL HAVING count(*) > 1
), wrong AS (
  SELECT row, fault, NULL AS first FROM judged_trips WHERE fault IS NOT NULL
  UNION ALL
  SELECT row, 'duplicate', first FROM judged_trips JOIN repeated USING (date, origin, destination, mode) WHERE fault IS NULL AND row > first
)
SELECT wrong.*, count(*) OVER () AS total, staged_trips.*, dayname(TRY_CAST(day AS DATE)) AS weekday
FROM wrong JOIN staged_trips USING (row) ORDER BY row LIMIT 20`;

function wrongRow(row: TextRow, dayName: 'week' | 'date'): WrongRow {
  const text = (name: string): string => row[name] ?? '';
  return {
    row: Number(row['row']),
    // The names in the SQL are those of the type; a new one would fall to the switch's end.
    reason: sayTripsFault(text('fault') as TripsFault, {
      dayName,
      day: text('day'),
      weekday: text('weekday'),
      origin: text('origin'),
      destination: text('destination'),
      trips: text('trips'),
      devices: text('devices'),
      largest: text('largest'),
      second: text('second'),
    }),
    sameAs: row['first'] === undefined ? undefined : Number(row['first']),
  };
}
