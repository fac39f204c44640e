import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { buildDuckdbFile } from '../duckdb-file.ts';
import { fingerprintRaw } from '../fingerprint.ts';
import { insertTexts } from '../insert-texts.ts';
import { textRows } from '../text-rows.ts';
import type { EventsFile } from './events-file.ts';
import { fillTrips, type FilledTrips } from './fill-trips.ts';
import type { AreaTree } from './plant-areas.ts';
import { Rejection, type Problems } from './problem.ts';
import { readAreas } from './read-areas.ts';
import { readEvents } from './read-events.ts';
import { readTrips, type JudgedTrips } from './read-trips.ts';
import { rejectFile } from './stage-source.ts';

/** What to import. `map` and `mapAreas` name the user's columns by ours; `levels` names the levels of areas from the bottom up; `file` is the raw data set to write. */
export type ImportOptions = {
  readonly trips: string;
  readonly areas: string;
  readonly events?: string | undefined;
  readonly map: Readonly<Record<string, string>>;
  readonly mapAreas?: Readonly<Record<string, string>>;
  readonly levels?: readonly string[];
  readonly maxTripsPerPerson?: number | undefined;
  readonly name: string;
  readonly title?: string | undefined;
  readonly source?: string | undefined;
  readonly file: string;
};

/** What was imported. `place` is the name of the area with the most trips, for a first question. */
export type Imported = FilledTrips & {
  readonly kind: 'imported';
  readonly areas: number;
  readonly modes: readonly string[];
  readonly events: number;
  readonly contributionsKnown: boolean;
  readonly notes: readonly string[];
  readonly place: string;
};

/** Reads, checks and stores a user's data as a raw data set; on any problem nothing is stored. */
export async function importDataset(
  options: ImportOptions,
): Promise<Imported | (Problems & { readonly kind: 'rejected' })> {
  const schema = await readFile(new URL('../raw-schema.sql', import.meta.url), 'utf8');
  await mkdir(dirname(options.file), { recursive: true, mode: 0o700 });
  try {
    return await buildDuckdbFile(options.file, schema, (connection) => fill(connection, options));
  } catch (error) {
    if (error instanceof Rejection) return { kind: 'rejected', ...error.found };
    throw error;
  }
}

async function fill(connection: DuckDBConnection, options: ImportOptions): Promise<Imported> {
  const tree = await readAreas(connection, {
    file: options.areas,
    map: options.mapAreas ?? {},
    levels: options.levels ?? [],
  });
  const { events, holidays } =
    options.events === undefined
      ? { events: [], holidays: [] }
      : await readEvents(options.events, tree.areas);
  const columns = { map: options.map, maxTripsPerPerson: options.maxTripsPerPerson };
  const judged = await readTrips(connection, options.trips, columns, tree.areas);
  const filled = await fillTrips(connection, judged, options.maxTripsPerPerson);
  if (filled === undefined)
    throw rejectFile(options.trips, ['holds no complete week from Monday to Sunday']);
  await fillWords(connection, tree, judged, { events, holidays });
  await fillDataset(connection, options, judged.hasDevices);
  return {
    kind: 'imported',
    ...filled,
    areas: tree.areas.length,
    modes: judged.modes.map(({ value }) => value),
    events: events.length,
    contributionsKnown: judged.hasContributions,
    notes: tree.notes,
    place: await busiestPlace(connection),
  };
}

async function fillWords(
  connection: DuckDBConnection,
  tree: AreaTree,
  { modes }: JudgedTrips,
  { events, holidays }: EventsFile,
): Promise<void> {
  await insertTexts(
    connection,
    'area',
    tree.areas.map(({ code, name, level, parent }) => [code, name, level, parent]),
  );
  await insertTexts(
    connection,
    'area_alias',
    tree.aliases.map(({ alias, code }) => [alias, code]),
  );
  await insertTexts(
    connection,
    'mode',
    modes.map(({ value, label }, at) => [value, label, String(at + 1)]),
  );
  await insertTexts(
    connection,
    'event',
    events.map((event) => [
      event.slug,
      event.area,
      event.date,
      event.kind,
      event.clause,
      event.label,
      event.source,
      event.url,
      event.confidence,
    ]),
  );
  await insertTexts(
    connection,
    'holiday',
    holidays.map(({ area, from, to, kind, label }) => [area, from, to, kind, label]),
  );
}

async function fillDataset(
  connection: DuckDBConnection,
  options: ImportOptions,
  counted: boolean,
): Promise<void> {
  const title = options.title ?? options.name;
  const source = options.source ?? basename(options.trips);
  const most = counted ? undefined : String(options.maxTripsPerPerson);
  const fingerprint = await fingerprintRaw(connection);
  await insertTexts(connection, 'dataset', [
    [options.name, title, source, 'false', String(counted), most, undefined, fingerprint],
  ]);
}

async function busiestPlace(connection: DuckDBConnection): Promise<string> {
  const [busiest] = await textRows(
    connection,
    `SELECT name FROM trips_weekly JOIN area ON area.code = destination GROUP BY name ORDER BY sum(trips) DESC, name LIMIT 1`,
  );
  return busiest?.['name'] ?? '';
}
