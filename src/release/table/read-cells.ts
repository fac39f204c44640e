import type { DuckDBConnection } from '@duckdb/node-api';
import { Fault } from '#src/fault.ts';
import { chooseColumns } from '../import/choose-columns.ts';
import { stageSource, type StagedSource } from '../import/stage-source.ts';
import { makeAxis, type Axis } from './axis.ts';
import { judgeCells } from './judge-cells.ts';
import { readLineages } from './read-lineages.ts';
import type { TableSource } from './table-arguments.ts';

/** A table as it was given. `positions[k][i]`: where cell i lies on axis k. `devices` stands for the value where none were counted. */
export type RawCells = {
  readonly axes: readonly Axis[];
  readonly positions: readonly Int32Array[];
  readonly values: Float64Array;
  readonly devices: Float64Array;
};

/** Reads and checks a table of cells. Throws `Rejection` or `ReleaseFault`. */
export async function readCells(
  connection: DuckDBConnection,
  source: TableSource,
  devices: string | undefined,
): Promise<RawCells> {
  const staged = await stageCells(connection, source, devices);
  await judgeCells(connection, staged, { ...source, devices });
  const columns = await readColumns(connection, source.keys.length);
  const keys = columns.slice(0, -2).map((column) => column.map(String));
  const lineages = await readLineages(connection, source, { staged, keys });
  const axes = source.keys.map((key, at) =>
    makeAxis(key, new Set(keys[at]), lineages[at] ?? new Map()),
  );
  const [values, people] = columns.slice(-2).map((column) => Float64Array.from(column, Number));
  checkSum(values ?? new Float64Array());
  return {
    axes,
    positions: axes.map((axis, at) => positionsOf(axis, keys[at] ?? [])),
    values: values ?? new Float64Array(),
    devices: people ?? new Float64Array(),
  };
}

async function stageCells(
  connection: DuckDBConnection,
  { file, keys, value }: TableSource,
  devices: string | undefined,
): Promise<StagedSource> {
  const names = [...keys.map((_, at) => `k${at}`), 'value', 'devices'];
  const map = Object.fromEntries(keys.map((key, at) => [`k${at}`, key]));
  return stageSource(connection, { file, table: 'staged_cells', names }, (header) => {
    const found = chooseColumns(header, names, { ...map, value, devices: devices ?? value });
    const repeated = keys.length > new Set(keys.map((_, at) => found.chosen[`k${at}`])).size;
    const reasons = found.reasons.length === 0 && repeated ? ['--keys names one column twice'] : [];
    return { chosen: found.chosen, reasons: [...found.reasons, ...reasons] };
  });
}

async function readColumns(connection: DuckDBConnection, keys: number): Promise<unknown[][]> {
  const names = Array.from({ length: keys }, (_, at) => `k${at}`).join(', ');
  const rows = await connection.runAndReadAll(
    `SELECT ${names}, value_count, device_count FROM judged_cells ORDER BY row`,
  );
  return rows.getColumnsJS();
}

function positionsOf({ labels }: Axis, values: readonly string[]): Int32Array {
  const at = new Map(labels.map((label, position) => [label, position]));
  return Int32Array.from(values, (value) => at.get(value) ?? 0);
}

function checkSum(values: Float64Array): void {
  if (values.reduce((sum, value) => sum + value, 0) > Number.MAX_SAFE_INTEGER)
    throw new Fault(
      'ReleaseFault',
      'tableTooLarge',
      'the values add up to more than can be told to the unit: give them in thousands, say',
    );
}
