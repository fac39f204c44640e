import { DOUBLE, INTEGER, type DuckDBConnection } from '@duckdb/node-api';
import type { ProtectedCube } from '#src/disclosure/cube.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import { addDays, mondayOf } from '#src/week.ts';
import { calendarOf } from './calendar.ts';
import { inheritFlags } from './inherit-flags.ts';
import { closureOf } from './closure.ts';
import { appendColumns } from './duckdb-file.ts';
import { fingerprintPublished } from './fingerprint.ts';
import { makeIndexTables } from './index-tables.ts';
import { insertTexts } from './insert-texts.ts';
import type { LinkedDays } from './link-days.ts';
import type { RawWords } from './raw-words.ts';
import { releaseSql } from './release-query.ts';

/** The row that a release says of itself. `policy`: the policy's text. */
export type ReleaseRow = Omit<ReleaseInfo, 'attackedBlocks'> & { readonly policy: string };

/** Writes the published leaves, days and error bounds. */
export async function writeFigures(
  connection: DuckDBConnection,
  cube: ProtectedCube,
  days: LinkedDays,
): Promise<void> {
  const { leaves } = cube;
  await makeIndexTables(connection, {
    areas: cube.areas.codes,
    weeks: cube.weeks,
    modes: cube.modes,
  });
  await connection.run(
    'CREATE TEMP TABLE published_leaf (week INTEGER, origin INTEGER, destination INTEGER, mode INTEGER, trips DOUBLE, sensitive INTEGER)',
  );
  const leafColumns = [
    leaves.week,
    leaves.origin,
    leaves.destination,
    leaves.mode,
    leaves.trips,
    leaves.sensitive,
  ];
  await appendColumns(
    connection,
    'published_leaf',
    [INTEGER, INTEGER, INTEGER, INTEGER, DOUBLE, INTEGER],
    leafColumns,
    leaves.trips.length,
  );
  await connection.run(await releaseSql('fill-leaves'));
  await connection.run(
    'CREATE TEMP TABLE published_day (day INTEGER, destination INTEGER, trips DOUBLE, sensitive INTEGER)',
  );
  const dayColumns = [days.day, days.destination, days.trips, days.sensitive];
  await appendColumns(
    connection,
    'published_day',
    [INTEGER, INTEGER, DOUBLE, INTEGER],
    dayColumns,
    days.trips.length,
  );
  await connection.run(await releaseSql('fill-daily'), { first_day: cube.weeks[0] ?? '' });
  await insertTexts(connection, 'error_bound', boundRows(cube));
}

/** Copies the figures of an earlier file of the same release: new words, no new draw. */
export async function copyFigures(connection: DuckDBConnection, file: string): Promise<void> {
  await connection.run(`ATTACH '${file.replaceAll("'", "''")}' AS earlier (READ_ONLY)`);
  for (const table of ['leaf_weekly', 'daily', 'error_bound', 'report'])
    await connection.run(`INSERT INTO ${table} SELECT * FROM earlier.${table}`);
  await connection.run('DETACH earlier');
}

/** Writes all but the figures, which must be there: their fingerprint goes into the release's row, and is returned. */
export async function writeWords(
  connection: DuckDBConnection,
  words: RawWords,
  row: ReleaseRow,
): Promise<string> {
  await insertTexts(
    connection,
    'area',
    words.areas.map(({ code, name, level, parent }) => [code, name, level, parent]),
  );
  await insertTexts(
    connection,
    'area_alias',
    words.aliases.map(({ alias, code }) => [alias, code]),
  );
  await insertTexts(
    connection,
    'area_closure',
    closureOf(words.areas).map(({ ancestor, descendant }) => [ancestor, descendant]),
  );
  await insertTexts(
    connection,
    'mode',
    words.modes.map(({ value, label }, at) => [value, label, String(at + 1)]),
  );
  await insertTexts(
    connection,
    'event',
    words.events.map(({ slug, area, date, kind, clause, label, source, url }) => [
      slug,
      area,
      date,
      kind,
      clause,
      label,
      source,
      url,
    ]),
  );
  const lastKnown = mondayOf(addDays(row.lastDay, 366));
  const calendar = inheritFlags(calendarOf(words.holidays, row.firstDay, lastKnown), words.areas);
  await insertTexts(
    connection,
    'calendar',
    calendar.map(({ area, week, kind, label }) => [area, week, kind, label]),
  );
  const figures = await fingerprintPublished(connection);
  await insertTexts(connection, 'release', [releaseCells(row, figures)]);
  return figures;
}

function releaseCells(row: ReleaseRow, fingerprint: string): readonly string[] {
  const {
    releaseId,
    dataset,
    source,
    synthetic,
    firstDay,
    lastDay,
    mechanism,
    policyHash,
    policy,
    keyId,
    threshold,
    base,
    rounding,
  } = row;
  const numbers = [threshold, base, rounding].map(String);
  return [
    releaseId,
    dataset,
    source,
    String(synthetic),
    firstDay,
    lastDay,
    mechanism,
    policyHash,
    policy,
    keyId,
    ...numbers,
    fingerprint,
  ];
}

/** A bound for every destination and mode that has figures, or whose figures may all have been drawn as 0. */
function boundRows({ areas, modes, leaves, bound }: ProtectedCube): readonly (readonly string[])[] {
  const used = new Set<number>(bound.keys().filter((column) => (bound[column] ?? 0) > 0));
  leaves.destination.forEach((destination, row) =>
    used.add(destination * modes.length + (leaves.mode[row] ?? 0)),
  );
  return [...used]
    .sort((a, b) => a - b)
    .map((column) => [
      areas.codes[Math.floor(column / modes.length)] ?? '',
      modes[column % modes.length] ?? '',
      String(bound[column] ?? 0),
    ]);
}
