import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildDuckdbFile } from '#src/release/duckdb-file.ts';
import { addDays } from '#src/week.ts';
import type { RawLeaf } from '#test/attack/invent-trips.ts';
import * as kestria from '#test/attack/kestria.ts';
import { writeRows, type ColumnKind } from '#test/support/tiny-release/write.ts';

/** The id of a release comes from this. Held fixed, data sets that differ in their trips get the same id, and so the same draws. */
const fingerprint = 'a77ac4'.padEnd(32, '0');

type Rows = Parameters<typeof writeRows>[3];

/** Writes the invented country with these trips as a raw data set, days included. */
export async function writeRawFile(file: string, leaves: readonly RawLeaf[]): Promise<void> {
  const schema = join(import.meta.dirname, '../../src/release/raw-schema.sql');
  await buildDuckdbFile(file, await readFile(schema, 'utf8'), async (connection) => {
    for (const [table, kinds, rows] of tablesOf(leaves))
      await writeRows(connection, table, kinds, rows);
  });
}

function tablesOf(
  leaves: readonly RawLeaf[],
): readonly (readonly [string, readonly ColumnKind[], Rows])[] {
  const { areas, modes, modeLabels, events, holidays } = kestria;
  return [
    [
      'dataset',
      ['text', 'text', 'text', 'yes', 'yes', 'whole', 'whole', 'text'],
      [['kestria', 'Trips in Kestria', 'Invented', false, true, undefined, undefined, fingerprint]],
    ],
    ['area', ['text', 'text', 'text', 'text'], areas],
    ['mode', ['text', 'text', 'whole'], modes.map((mode, at) => [mode, modeLabels[at], at + 1])],
    [
      'event',
      ['text', 'text', 'date', 'text', 'text', 'text', 'text', 'text', 'text'],
      events.map((e) => [
        e.slug,
        e.area,
        e.date,
        e.kind,
        e.clause,
        e.label,
        e.source,
        e.url,
        e.confidence,
      ]),
    ],
    [
      'holiday',
      ['text', 'date', 'date', 'text', 'text'],
      holidays.map(({ area, from, to, kind, label }) => [area, from, to, kind, label]),
    ],
    [
      'trips_weekly',
      ['date', 'text', 'text', 'text', 'whole', 'whole'],
      leaves.map((l) => [l.week, l.origin, l.destination, l.mode, l.trips, l.devices]),
    ],
    ['trips_daily', ['date', 'text', 'whole', 'whole'], daysOf(leaves)],
  ];
}

/** Each destination's week over its seven days: the same on weekdays, half at the weekend, in whole fives; what is left on Monday. */
function daysOf(leaves: readonly RawLeaf[]): Rows {
  const groups = Map.groupBy(leaves, ({ destination, week }) => `${destination} ${week}`);
  return [...groups.values()].flatMap((group) => {
    const trips = group.reduce((sum, leaf) => sum + leaf.trips, 0);
    const devices = group.reduce((sum, leaf) => sum + leaf.devices, 0);
    const [{ destination, week } = { destination: '', week: '' }] = group;
    const share = 10 * Math.floor(trips / 60);
    const half = share / 2;
    const days = [trips - 4 * share - 2 * half, share, share, share, share, half, half];
    return days.map((value, day) => [
      addDays(week, day),
      destination,
      value,
      Math.ceil(devices / 2),
    ]);
  });
}
