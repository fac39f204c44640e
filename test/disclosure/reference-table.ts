import { readFileSync } from 'node:fs';
import type { Block } from '#src/disclosure/dependent-rounding.ts';
import { laminarLevels, type LaminarLevel } from '#src/disclosure/laminar-levels.ts';
import { makeAreas } from '#test/disclosure/make-cube.ts';
import { reference } from '#test/support/reference.ts';

/** One inner cell of a reference table; a matrix has one week. */
export type ReferenceCell = {
  readonly region: string;
  readonly from: string;
  readonly to: string;
  readonly week: string;
  readonly count: number;
};

/** A reference table: its cells, and the places' levels. `at`: the number of an area. */
export type ReferenceTable = {
  readonly cells: readonly ReferenceCell[];
  readonly levels: readonly LaminarLevel[];
  readonly at: ReadonlyMap<string, number>;
};

/** Reads one of ../shared/reference/disclosure/inputs: a matrix (od_…) or a cube (cube_…). */
export function readReferenceTable(name: string): ReferenceTable {
  const cells = name.startsWith('od') ? readMatrix(name) : readCube(name);
  const parents = new Map(cells.map(({ from, region }) => [from, region]));
  const all = new Set(cells.flatMap(({ from, to, region }) => [from, to, region]));
  const areas = makeAreas(Object.fromEntries([...all].map((code) => [code, parents.get(code)])));
  return {
    cells,
    levels: laminarLevels(areas),
    at: new Map(areas.codes.map((code, index) => [code, index])),
  };
}

/** Cells as a block; `weeks`: by name, from 0. */
export function referenceBlock(
  cells: readonly ReferenceCell[],
  at: ReadonlyMap<string, number>,
  weeks: readonly string[],
): Block {
  const weekAt = new Map(weeks.map((week, index) => [week, index]));
  return {
    origin: Int32Array.from(cells, ({ from }) => at.get(from) ?? -1),
    destination: Int32Array.from(cells, ({ to }) => at.get(to) ?? -1),
    week: Int32Array.from(cells, ({ week }) => weekAt.get(week) ?? -1),
    trips: Float64Array.from(cells, ({ count }) => count),
  };
}

/** The weeks of some cells, in order. */
export const weeksOf = (cells: readonly ReferenceCell[]): readonly string[] =>
  [...new Set(cells.map(({ week }) => week))].toSorted();

const readLines = (name: string): readonly (readonly string[])[] =>
  readFileSync(reference.path(`reference/disclosure/inputs/${name}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','));

function readMatrix(name: string): readonly ReferenceCell[] {
  const regions = new Map(
    readLines(`${name}_areas`).map(([area = '', region = '']) => [area, region]),
  );
  return readLines(name).map(([from = '', to = '', count]) => ({
    region: regions.get(from) ?? '',
    from,
    to,
    week: 'W01',
    count: Number(count),
  }));
}

function readCube(name: string): readonly ReferenceCell[] {
  return readLines(name).map(([region = '', from = '', to = '', week = '', count]) => ({
    region,
    from,
    to,
    week,
    count: Number(count),
  }));
}
