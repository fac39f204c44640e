import { readFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { addDays, mondayOf, type IsoDate } from '#src/week.ts';
import { textRows } from '../text-rows.ts';
import type { JudgedTrips } from './read-trips.ts';

/** What went into the raw tables, and what did not. `noDays`: days inside the data without any row. */
export type FilledTrips = {
  readonly rows: number;
  readonly trips: number;
  readonly weeks: { readonly first: IsoDate; readonly last: IsoDate; readonly count: number };
  readonly zeroRows: number;
  readonly cutDays: number;
  readonly noDays: readonly IsoDate[];
  readonly noWeeks: readonly IsoDate[];
};

type Span = { readonly first: IsoDate; readonly last: IsoDate };

/** Fills `trips_weekly`, `contribution` where it is known, and `trips_daily` from daily rows, out of `judged_trips`. `undefined` where no week is complete. `most`: trips a week of one person, where devices were not counted. */
export async function fillTrips(
  connection: DuckDBConnection,
  { weekly, hasDevices, hasContributions }: Omit<JudgedTrips, 'modes'>,
  most: number | undefined,
): Promise<FilledTrips | undefined> {
  const all = await spanOf(connection);
  const span = weekly ? { first: all.first, last: addDays(all.last, 6) } : completeWeeks(all);
  if (span.first > span.last) return undefined;
  const devices = { has_devices: hasDevices, most: most ?? 1 };
  const days = { first_day: span.first, last_day: span.last };
  if (weekly) await runFile(connection, 'fill-weekly.sql', devices);
  else {
    await runFile(connection, 'fill-weekly-from-days.sql', { ...devices, ...days });
    await runFile(connection, 'fill-daily.sql', { ...devices, ...days });
  }
  if (hasContributions) await runFile(connection, 'fill-contribution.sql', days);
  return {
    ...(await countFilled(connection)),
    ...(await findGaps(connection, span, weekly)),
    cutDays: await countCut(connection, span),
  };
}

async function runFile(
  connection: DuckDBConnection,
  name: string,
  params: Record<string, string | number | boolean>,
): Promise<void> {
  await connection.run(await readFile(new URL(name, import.meta.url), 'utf8'), params);
}

async function spanOf(connection: DuckDBConnection): Promise<Span> {
  const [row = {}] = await textRows(
    connection,
    'SELECT min(date) AS first, max(date) AS last FROM judged_trips',
  );
  return { first: row['first'] ?? '', last: row['last'] ?? '' };
}

/** From the first Monday to the last Sunday of the data; ends before it begins where there is none. */
function completeWeeks({ first, last }: Span): Span {
  return { first: mondayOf(addDays(first, 6)), last: addDays(mondayOf(addDays(last, 1)), -1) };
}

async function countFilled(
  connection: DuckDBConnection,
): Promise<Pick<FilledTrips, 'rows' | 'trips' | 'weeks' | 'zeroRows'>> {
  const [row = {}] = await textRows(
    connection,
    `SELECT count(*) AS rows, CAST(sum(trips) AS DOUBLE) AS trips, min(week) AS first, max(week) AS last, count(DISTINCT week) AS weeks,
      (SELECT count(*) FROM judged_trips WHERE trips = 0) AS zeroes FROM trips_weekly`,
  );
  return {
    rows: Number(row['rows']),
    trips: Number(row['trips']),
    weeks: { first: row['first'] ?? '', last: row['last'] ?? '', count: Number(row['weeks']) },
    zeroRows: Number(row['zeroes']),
  };
}

async function findGaps(
  connection: DuckDBConnection,
  span: Span,
  weekly: boolean,
): Promise<Pick<FilledTrips, 'noDays' | 'noWeeks'>> {
  const rows = await textRows(
    connection,
    `SELECT CAST(day AS DATE) AS day FROM generate_series(CAST($first AS DATE), CAST($last AS DATE), to_days($step)) AS series(day)
     WHERE CAST(day AS DATE) NOT IN (SELECT date FROM judged_trips) ORDER BY day`,
    { first: span.first, last: span.last, step: weekly ? 7 : 1 },
  );
  const days = rows.map((row) => row['day'] ?? '');
  return weekly ? { noDays: [], noWeeks: days } : { noDays: days, noWeeks: [] };
}

async function countCut(connection: DuckDBConnection, { first, last }: Span): Promise<number> {
  const [row] = await textRows(
    connection,
    'SELECT count(DISTINCT date) AS days FROM judged_trips WHERE date NOT BETWEEN CAST($first AS DATE) AND CAST($last AS DATE)',
    { first, last },
  );
  return Number(row?.['days']);
}
