import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Area } from '#src/area.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import { buildDuckdbFile } from '#src/release/duckdb-file.ts';
import { addDays, type IsoDate } from '#src/week.ts';
import * as arden from '#test/support/tiny-release/country.ts';
import {
  daysOf,
  leavesOf,
  lineOf,
  ordinaryTrips,
  type TinyDay,
  type TinyLeaf,
  type TripsOf,
} from '#test/support/tiny-release/trips.ts';
import { writeRows } from '#test/support/tiny-release/write.ts';

/** What may differ from the ordinary tiny release. `tripsOf`: true weekly trips of a leaf; those below the base are drawn as 0 or the base. */
export type TinyOptions = {
  readonly name?: string;
  readonly release?: Partial<ReleaseInfo>;
  readonly firstWeek?: IsoDate;
  readonly weeks?: number;
  readonly tripsOf?: TripsOf;
  readonly events?: readonly PolicyEvent[];
  readonly calendar?: readonly arden.CalendarFlag[];
};

/** A release file with everything that was written to it, so that a test can work out what it expects. */
export type TinyRelease = {
  readonly file: string;
  readonly release: ReleaseInfo;
  readonly areas: readonly Area[];
  readonly aliases: readonly { readonly alias: string; readonly code: string }[];
  readonly modes: readonly { readonly value: string; readonly label: string }[];
  readonly weeks: readonly IsoDate[];
  readonly leaves: readonly TinyLeaf[];
  readonly days: readonly TinyDay[];
  readonly events: readonly PolicyEvent[];
  readonly calendar: readonly arden.CalendarFlag[];
};

/**
 * Writes a small protected release of an invented country into a folder: 72 weeks from 2021-01-04, six ends of trips,
 * two modes, E = b for every destination and mode. The same options give the same rows.
 */
export async function makeTinyRelease(
  folder: string,
  options: TinyOptions = {},
): Promise<TinyRelease> {
  const tiny = describeTiny(folder, options);
  const schema = join(import.meta.dirname, '../../src/release/protected-schema.sql');
  await mkdir(folder, { recursive: true });
  await buildDuckdbFile(tiny.file, await readFile(schema, 'utf8'), (connection) =>
    fill(connection, tiny),
  );
  return tiny;
}

function describeTiny(folder: string, options: TinyOptions): TinyRelease {
  const firstWeek = options.firstWeek ?? '2021-01-04';
  const weeks = Array.from({ length: options.weeks ?? 72 }, (_, at) => addDays(firstWeek, 7 * at));
  const release = { ...describeRelease(firstWeek, weeks.length), ...options.release };
  const leaves = leavesOf(weeks, release.base, options.tripsOf ?? ordinaryTrips);
  return {
    file: join(folder, `${options.name ?? 'tiny'}.duckdb`),
    release,
    areas: arden.areas,
    aliases: arden.aliases,
    modes: arden.modes,
    weeks,
    leaves,
    days: daysOf(leaves),
    events: options.events ?? arden.events,
    calendar: options.calendar ?? arden.calendar,
  };
}

function describeRelease(firstWeek: IsoDate, weeks: number): ReleaseInfo {
  return {
    releaseId: 'tiny-1',
    dataset: 'tiny',
    source: 'Invented trips in Arden',
    synthetic: true,
    firstDay: firstWeek,
    lastDay: addDays(firstWeek, 7 * weeks - 1),
    mechanism: 'dependentRounding',
    policyHash: '5'.repeat(64),
    keyId: 'tiny-key',
    threshold: 10,
    base: 40,
    rounding: 100,
    attackedBlocks: 12,
  };
}

async function fill(connection: DuckDBConnection, tiny: TinyRelease): Promise<void> {
  await fillRelease(connection, tiny.release);
  await fillWords(connection, tiny);
  await writeRows(
    connection,
    'leaf_weekly',
    ['date', 'text', 'text', 'text', 'whole', 'text'],
    tiny.leaves.map((l) => [l.week, l.origin, l.destination, l.mode, l.trips, l.status]),
  );
  await writeRows(
    connection,
    'daily',
    ['date', 'text', 'whole', 'text'],
    tiny.days.map(({ date, destination, trips }) => [date, destination, trips, 'exact']),
  );
  await writeRows(connection, 'error_bound', ['text', 'text', 'whole'], boundsOf(tiny));
  await writeRows(
    connection,
    'report',
    ['text', 'text'],
    [
      ['verdict', 'passed'],
      ['blocks attacked', String(tiny.release.attackedBlocks)],
    ],
  );
}

function fillRelease(connection: DuckDBConnection, self: ReleaseInfo): Promise<void> {
  const columns = [
    ['text', self.releaseId],
    ['text', self.dataset],
    ['text', self.source],
    ['yes', self.synthetic],
    ['date', self.firstDay],
    ['date', self.lastDay],
    ['text', self.mechanism],
    ['text', self.policyHash],
    ['text', '{}'],
    ['text', self.keyId],
    ['whole', self.threshold],
    ['whole', self.base],
    ['whole', self.rounding],
    ['text', 'tiny'],
  ] as const;
  const kinds = columns.map(([kind]) => kind);
  return writeRows(connection, 'release', kinds, [columns.map(([, value]) => value)]);
}

async function fillWords(connection: DuckDBConnection, tiny: TinyRelease): Promise<void> {
  await writeRows(
    connection,
    'area',
    ['text', 'text', 'text', 'text'],
    tiny.areas.map(({ code, name, level, parent }) => [code, name, level, parent]),
  );
  await writeRows(
    connection,
    'area_alias',
    ['text', 'text'],
    tiny.aliases.map(({ alias, code }) => [alias, code]),
  );
  await writeRows(
    connection,
    'area_closure',
    ['text', 'text'],
    tiny.areas.flatMap(({ code }) => lineOf(code).map((ancestor) => [ancestor, code])),
  );
  await writeRows(
    connection,
    'mode',
    ['text', 'text', 'whole'],
    tiny.modes.map(({ value, label }, sort) => [value, label, sort]),
  );
  await writeRows(
    connection,
    'event',
    ['text', 'text', 'date', 'text', 'text', 'text', 'text', 'text'],
    tiny.events.map((e) => [e.slug, e.area, e.date, e.kind, e.clause, e.label, e.source, e.url]),
  );
  await writeRows(
    connection,
    'calendar',
    ['text', 'date', 'text', 'text'],
    tiny.calendar.map(({ area, week, kind, label }) => [area, week, kind, label]),
  );
}

/** E of one week's total is the base, for every destination and mode that has a leaf. */
function boundsOf({
  areas,
  leaves,
  release,
}: TinyRelease): readonly (readonly [string, string, number])[] {
  const parents = new Map(areas.map(({ code, parent }) => [code, parent]));
  const columns = new Map<string, readonly [string, string, number]>();
  for (const { destination, mode } of leaves)
    for (let place: string | undefined = destination; place; place = parents.get(place))
      columns.set(`${place} ${mode}`, [place, mode, release.base]);
  return [...columns.values()];
}
