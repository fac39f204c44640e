import { chmod, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DOUBLE, INTEGER, type DuckDBConnection } from '@duckdb/node-api';
import type { RawCube } from '#src/disclosure/cube.ts';
import type { FoldMove } from '#src/disclosure/fold-small-flows.ts';
import type { Baseline } from '#src/disclosure/revise/baseline.ts';
import type { Book } from './book.ts';
import { appendColumns, buildDuckdbFile } from './duckdb-file.ts';
import { insertTexts } from './insert-texts.ts';
import { stagedName } from './publish-file.ts';

/** Writes a release's book: readable by its owner alone, and in its place all at once. */
export async function writeBook(file: string, book: Book): Promise<void> {
  const aside = join(dirname(file), stagedName(basename(file)));
  const schema = await readFile(new URL('book-schema.sql', import.meta.url), 'utf8');
  try {
    await buildDuckdbFile(aside, schema, (connection) => fill(connection, book));
    await chmod(aside, 0o600);
    await rename(aside, file);
  } finally {
    await rm(aside, { force: true });
  }
}

async function fill(connection: DuckDBConnection, book: Book): Promise<void> {
  const { baseline, modes } = book;
  await insertTexts(connection, 'book', [
    [book.releaseId, book.firstWeek, String(baseline.weeks), String(baseline.base)],
  ]);
  await insertTexts(
    connection,
    'mode',
    modes.map((code, position) => [String(position), code]),
  );
  await fillFlows(connection, baseline);
  await fillMoves(connection, baseline.moves);
  await fillColumns(connection, baseline, modes.length);
  const { day, destination, trips, sensitive } = book.days;
  const types = [INTEGER, INTEGER, DOUBLE, INTEGER];
  await appendColumns(connection, 'day', types, [day, destination, trips, sensitive], day.length);
}

const flowTypes = [INTEGER, INTEGER, INTEGER, INTEGER, DOUBLE, DOUBLE];
const flowColumns = (rows: RawCube['leaves']) => [
  rows.week,
  rows.origin,
  rows.destination,
  rows.mode,
  rows.trips,
  rows.devices,
];

/** NULL where they are not known. */
const contributionColumns = ({ contributions }: RawCube['leaves']) =>
  [contributions?.largest, contributions?.second].map((column) =>
    Array.from(column ?? [], (value) => (Number.isNaN(value) ? null : value)),
  );

async function fillFlows(
  connection: DuckDBConnection,
  { flows, past, leaves }: Baseline,
): Promise<void> {
  await appendColumns(
    connection,
    'flow',
    [...flowTypes, DOUBLE, DOUBLE],
    [...flowColumns(flows), ...contributionColumns(flows)],
    flows.week.length,
  );
  const pastColumns = [...flowColumns(past), ...contributionColumns(past), past.version];
  await appendColumns(
    connection,
    'past_flow',
    [...flowTypes, DOUBLE, DOUBLE, INTEGER],
    pastColumns,
    past.week.length,
  );
  const { published, sensitive, padded, drawn } = leaves;
  await appendColumns(
    connection,
    'leaf',
    [...flowTypes, DOUBLE, INTEGER, INTEGER, INTEGER],
    [...flowColumns(leaves), published, sensitive, padded, drawn],
    leaves.week.length,
  );
}

async function fillMoves(connection: DuckDBConnection, moves: readonly FoldMove[]): Promise<void> {
  const columns = [
    moves.map(({ first }) => first),
    moves.map(({ end }) => end),
    moves.map(({ mode }) => mode),
    moves.map(({ origin }) => origin),
    moves.map(({ destination }) => destination),
    moves.map(({ toOrigin }) => toOrigin),
    moves.map(({ toDestination }) => toDestination),
  ];
  const types = columns.map(() => INTEGER);
  await appendColumns(connection, 'move', types, columns, moves.length);
}

async function fillColumns(
  connection: DuckDBConnection,
  { bound, gaps, turned }: Baseline,
  modes: number,
): Promise<void> {
  const columns = [...bound.keys()];
  const destination = columns.map((column) => Math.floor(column / modes));
  const mode = columns.map((column) => column % modes);
  await appendColumns(
    connection,
    'column_bound',
    [INTEGER, INTEGER, DOUBLE, INTEGER],
    [destination, mode, bound, gaps],
    columns.length,
  );
  const cells = [...turned.keys()].filter((cell) => (turned[cell] ?? 0) > 0);
  await appendColumns(
    connection,
    'turned',
    [INTEGER, INTEGER, INTEGER, DOUBLE],
    [
      cells.map((cell) => Math.floor(cell / columns.length)),
      cells.map((cell) => destination[cell % columns.length] ?? 0),
      cells.map((cell) => mode[cell % columns.length] ?? 0),
      cells.map((cell) => turned[cell] ?? 0),
    ],
    cells.length,
  );
}
