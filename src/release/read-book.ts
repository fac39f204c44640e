import type { DuckDBConnection } from '@duckdb/node-api';
import type { ContributionColumns, RawCube } from '#src/disclosure/cube.ts';
import type { FoldMove } from '#src/disclosure/fold-small-flows.ts';
import type { Baseline, PastFlows, StandingLeaves } from '#src/disclosure/revise/baseline.ts';
import { Fault } from '#src/fault.ts';
import type { Book } from './book.ts';
import { withDuckdb } from './duckdb-file.ts';
import { insertTexts } from './insert-texts.ts';
import type { LinkedDays } from './link-days.ts';
import { readColumns } from './read-columns.ts';
import { textRows } from './text-rows.ts';

/** The lists of the cube that a book is read for: the data set's areas, which are the book's, and its modes, which the book's are among. */
export type BookLists = {
  readonly areas: number;
  readonly modes: readonly string[];
};

/**
 * Reads the book of a release, with its indices turned into those of `lists`. Throws `ReleaseFault`: `noBook` where it is lost or damaged,
 * `fewerModes` where a mode of it is not among `lists.modes`.
 */
export function readBook(file: string, lists: BookLists): Promise<Book> {
  return withBook(file, async (connection) => {
    const [row = {}] = await textRows(connection, 'SELECT * FROM book');
    const size = { weeks: Number(row['weeks']), base: Number(row['base']) };
    await makeModeIndex(connection, lists.modes);
    const baseline: Baseline = {
      ...size,
      flows: await readFlows(connection),
      past: await readPast(connection),
      moves: await readMoves(connection),
      leaves: await readLeaves(connection),
      ...(await readBounds(connection, lists)),
      turned: await readTurned(connection, lists, size.weeks),
    };
    const releaseId = row['release_id'] ?? '';
    const days = await readDays(connection);
    return { releaseId, firstWeek: row['first_week'] ?? '', modes: lists.modes, baseline, days };
  });
}

async function withBook<T>(
  file: string,
  task: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  try {
    return await withDuckdb(file, { access_mode: 'READ_ONLY', threads: '2' }, task);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault(
      'ReleaseFault',
      'noBook',
      'the book of the last release of this data set, which tells what may be changed, is lost or damaged: restore the file that ends in .book.duckdb beside the raw data from a backup',
      { cause },
    );
  }
}

/** The temporary table `mode_now`: by position in the book, the position among the modes as they are. */
async function makeModeIndex(
  connection: DuckDBConnection,
  modes: readonly string[],
): Promise<void> {
  await connection.run('CREATE TEMP TABLE mode_now (former INTEGER, position INTEGER)');
  const rows = await textRows(connection, 'SELECT position, code FROM mode');
  const index = rows.map((row) => [row['position'], String(modes.indexOf(row['code'] ?? ''))]);
  if (index.some(([, position]) => position === '-1')) {
    throw new Fault(
      'ReleaseFault',
      'fewerModes',
      'a mode of travel that was released is no longer in the data: import the data with all modes, whether they have new trips or not',
    );
  }
  await insertTexts(connection, 'mode_now', index);
}

const withModes = (table: string): string =>
  `(SELECT ${table}.* REPLACE (mode_now.position AS mode) FROM ${table} JOIN mode_now ON mode_now.former = ${table}.mode)`;

const flowNames = 'week, origin, destination, mode, trips, devices';

async function countRows(connection: DuckDBConnection, table: string): Promise<number> {
  const [row = {}] = await textRows(connection, `SELECT count(*) AS rows FROM ${table}`);
  return Number(row['rows']);
}

const makeFlows = (rows: number): RawCube['leaves'] => ({
  week: new Uint16Array(rows),
  origin: new Uint16Array(rows),
  destination: new Uint16Array(rows),
  mode: new Uint8Array(rows),
  trips: new Float64Array(rows),
  devices: new Float64Array(rows),
});

const columnsOf = (flows: RawCube['leaves']) => [
  flows.week,
  flows.origin,
  flows.destination,
  flows.mode,
  flows.trips,
  flows.devices,
];

const orUnknown = (column: string): string => `coalesce(${column}, CAST('nan' AS DOUBLE))`;
const rawNames = `${flowNames}, ${orUnknown('largest')}, ${orUnknown('second')}`;

const makeContributions = (rows: number): ContributionColumns => ({
  largest: new Float64Array(rows),
  second: new Float64Array(rows),
});

/** Contributions that no row has are left out. */
const withContributions = <F extends RawCube['leaves']>(
  flows: F,
  contributions: ContributionColumns,
): F => (contributions.largest.every(Number.isNaN) ? flows : { ...flows, contributions });

async function readFlows(connection: DuckDBConnection): Promise<RawCube['leaves']> {
  const rows = await countRows(connection, 'flow');
  const flows = makeFlows(rows);
  const most = makeContributions(rows);
  const sql = `SELECT ${rawNames} FROM ${withModes('flow')}`;
  await readColumns(connection, { sql }, [...columnsOf(flows), most.largest, most.second]);
  return withContributions(flows, most);
}

async function readPast(connection: DuckDBConnection): Promise<PastFlows> {
  const rows = await countRows(connection, 'past_flow');
  const past = { ...makeFlows(rows), version: new Uint16Array(rows) };
  const most = makeContributions(rows);
  const sql = `SELECT ${rawNames}, version FROM ${withModes('past_flow')}`;
  const columns = [...columnsOf(past), most.largest, most.second, past.version];
  await readColumns(connection, { sql }, columns);
  return withContributions(past, most);
}

async function readLeaves(connection: DuckDBConnection): Promise<StandingLeaves> {
  const rows = await countRows(connection, 'leaf');
  const leaves = {
    ...makeFlows(rows),
    published: new Float64Array(rows),
    sensitive: new Uint8Array(rows),
    padded: new Uint8Array(rows),
    drawn: new Uint8Array(rows),
  };
  const { published, sensitive, padded, drawn } = leaves;
  const sql = `SELECT ${flowNames}, published, sensitive, padded, drawn FROM ${withModes('leaf')}`;
  await readColumns(connection, { sql }, [
    ...columnsOf(leaves),
    published,
    sensitive,
    padded,
    drawn,
  ]);
  return leaves;
}

async function readMoves(connection: DuckDBConnection): Promise<readonly FoldMove[]> {
  const rows = await countRows(connection, 'move');
  const columns = Array.from({ length: 7 }, () => new Int32Array(rows));
  const sql = `SELECT first_week, end_week, mode, origin, destination, to_origin, to_destination FROM ${withModes('move')}`;
  await readColumns(connection, { sql }, columns);
  return Array.from({ length: rows }, (_, row) => ({
    first: columns[0]?.[row] ?? 0,
    end: columns[1]?.[row] ?? 0,
    mode: columns[2]?.[row] ?? 0,
    origin: columns[3]?.[row] ?? 0,
    destination: columns[4]?.[row] ?? 0,
    toOrigin: columns[5]?.[row] ?? 0,
    toDestination: columns[6]?.[row] ?? 0,
  }));
}

async function readBounds(
  connection: DuckDBConnection,
  { areas, modes }: BookLists,
): Promise<Pick<Baseline, 'bound' | 'gaps'>> {
  const columns = areas * modes.length;
  const read = await readByColumn(connection, 'column_bound', 'bound', 'gap');
  const bound = new Float64Array(columns);
  const gaps = new Uint8Array(columns);
  read.forEach(([destination, mode, each, gap]) => {
    bound[destination * modes.length + mode] = each;
    gaps[destination * modes.length + mode] = gap;
  });
  return { bound, gaps };
}

async function readTurned(
  connection: DuckDBConnection,
  { areas, modes }: BookLists,
  weeks: number,
): Promise<Float64Array> {
  const columns = areas * modes.length;
  const turned = new Float64Array(columns * weeks);
  const read = await readByColumn(connection, 'turned', 'week', 'leaves');
  read.forEach(([destination, mode, week, leaves]) => {
    turned[week * columns + destination * modes.length + mode] = leaves;
  });
  return turned;
}

type Four = readonly [number, number, number, number];

/** Destination, mode and two more columns of a table. */
async function readByColumn(
  connection: DuckDBConnection,
  table: string,
  third: string,
  fourth: string,
): Promise<readonly Four[]> {
  const rows = await countRows(connection, table);
  const columns = Array.from({ length: 4 }, () => new Float64Array(rows));
  const sql = `SELECT destination, mode, ${third}, ${fourth} FROM ${withModes(table)}`;
  await readColumns(connection, { sql }, columns);
  return Array.from({ length: rows }, (_, row): Four => [
    columns[0]?.[row] ?? 0,
    columns[1]?.[row] ?? 0,
    columns[2]?.[row] ?? 0,
    columns[3]?.[row] ?? 0,
  ]);
}

async function readDays(connection: DuckDBConnection): Promise<LinkedDays> {
  const rows = await countRows(connection, 'day');
  const days = {
    day: new Int32Array(rows),
    destination: new Int32Array(rows),
    trips: new Float64Array(rows),
    sensitive: new Uint8Array(rows),
  };
  const sql = 'SELECT day, destination, trips, sensitive FROM day ORDER BY destination, day';
  await readColumns(connection, { sql }, [days.day, days.destination, days.trips, days.sensitive]);
  return days;
}
