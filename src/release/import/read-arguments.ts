import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportOptions } from './import-dataset.ts';
import { slugOf } from './slug.ts';

/** What a command line asks for; `misunderstood` is one sentence and a next step. */
export type ImportArguments =
  | { readonly kind: 'understood'; readonly options: Omit<ImportOptions, 'file'> }
  | { readonly kind: 'help' }
  | { readonly kind: 'misunderstood'; readonly message: string };

/** How to call the import, for `--help` and after a misunderstanding. */
export const importUsage = `npm run import -- --trips file.csv --areas areas.csv [options]

  --trips FILE     .csv or .parquet: week (a Monday) or date, origin, destination, trips, devices, and if there are any:
                   mode, largest and second (trips of the two devices with the most)
  --areas FILE     .csv or .parquet: code, name, and if there are any: parent (a code), level, aliases (separated by ;)
  --events FILE    .yml: policy dates and holidays
  --map            your names for our columns: --map week=week_start,trips=people,devices=visitors
  --map-areas      the same for areas: --map-areas parent=region,aliases=short_name. Parents that are names become areas
  --levels         names of the levels, from the bottom up: --levels state,region,country
  --max-trips-per-person N   where devices were not counted: trips a week that one person makes at most
  --name, --title, --source  what to call the data set, and the line for chart footers`;

const flags = [
  'trips',
  'areas',
  'events',
  'map',
  'map-areas',
  'levels',
  'max-trips-per-person',
  'name',
  'title',
  'source',
] as const;

type Values = Readonly<Partial<Record<(typeof flags)[number], string>>>;

export function readImportArguments(argv: readonly string[]): ImportArguments {
  try {
    const strings = Object.fromEntries(flags.map((flag) => [flag, { type: 'string' as const }]));
    const { values } = parseArgs({
      args: [...argv],
      options: { ...strings, help: { type: 'boolean', short: 'h' } },
      strict: true,
    });
    if (values['help'] === true) return { kind: 'help' };
    // parseArgs holds every flag but help to be one string.
    return readValues(values as Values);
  } catch (error) {
    return misunderstood(
      error instanceof Error
        ? (error.message.split('. ')[0] ?? '')
        : 'the arguments cannot be read',
    );
  }
}

function readValues(values: Values): ImportArguments {
  const { trips, areas } = values;
  if (trips === undefined) return misunderstood('--trips is missing: name the file of trips');
  if (areas === undefined)
    return misunderstood('--areas is missing: name the file of areas (code, name)');
  const map = readMap(values.map);
  const mapAreas = readMap(values['map-areas']);
  if (map === undefined)
    return misunderstood('--map must be pairs, such as week=week_start,trips=people');
  if (mapAreas === undefined)
    return misunderstood('--map-areas must be pairs, such as parent=region,aliases=short_name');
  const most = values['max-trips-per-person'];
  if (most !== undefined && !/^[1-9]\d{0,5}$/u.test(most))
    return misunderstood('--max-trips-per-person must be a whole number from 1, such as 30');
  const name = values.name ?? shortName(trips);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/u.test(name) || name.length > 60)
    return misunderstood('--name must be up to 60 of a to z, 0 to 9 and "-", such as us-states');
  return {
    kind: 'understood',
    options: {
      trips,
      areas,
      events: values.events,
      map,
      mapAreas,
      levels: (values.levels ?? '')
        .split(',')
        .map((level) => level.trim())
        .filter((level) => level !== ''),
      maxTripsPerPerson: most === undefined ? undefined : Number(most),
      name,
      title: values.title,
      source: values.source,
    },
  };
}

const longestName = 24;

/** The first words of a file's name: "us_state_od_weekly_2020.csv" → "us-state-od-weekly-2020". */
function shortName(file: string): string {
  const slug = slugOf(basename(file, extname(file))).replace(/[^a-z0-9-]/gu, '');
  const cut =
    slug.length <= longestName
      ? slug
      : slug
          .slice(0, longestName + 1)
          .replace(/-[^-]*$/u, '')
          .slice(0, longestName);
  return cut.replace(/-{2,}/gu, '-').replace(/^-|-$/gu, '') || 'imported';
}

function readMap(text: string | undefined): Readonly<Record<string, string>> | undefined {
  const pairs = (text ?? '')
    .split(',')
    .filter((pair) => pair.trim() !== '')
    .map((pair) => /^\s*([a-z]+)\s*=\s*(.+?)\s*$/u.exec(pair));
  if (pairs.includes(null)) return undefined;
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
}

function misunderstood(message: string): ImportArguments {
  return { kind: 'misunderstood', message };
}
