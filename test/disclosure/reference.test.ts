import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { roundDependently } from '#src/disclosure/dependent-rounding.ts';
import { laminarLevels } from '#src/disclosure/laminar-levels.ts';
import { makeAreas } from '#test/disclosure/make-cube.ts';
import { someKey } from '#test/disclosure/some-key.ts';
import { reference, whereReference } from '#test/support/reference.ts';

const base = 10;

/** One small cell of a reference table: a count from 1 to 9. */
type Cell = {
  readonly region: string;
  readonly from: string;
  readonly to: string;
  readonly week: string;
  readonly count: number;
};

/** The lines of a reference table after its head, as columns. */
const readLines = (name: string): readonly (readonly string[])[] =>
  readFileSync(reference.path(`reference/disclosure/inputs/${name}.csv`), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','));

const readMatrix = (name: string): readonly Cell[] => {
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
};

const readCube = (name: string): readonly Cell[] =>
  readLines(name).map(([region = '', from = '', to = '', week = '', count]) => ({
    region,
    from,
    to,
    week,
    count: Number(count),
  }));

/** Draws the small cells week by week and tells |drawn − true| of every margin {area, region, all} × {destination, all} × {week, all}. */
const drawMargins = (cells: readonly Cell[], key: number) => {
  const parents = new Map(cells.map(({ from, region }) => [from, region]));
  const all = new Set(cells.flatMap(({ from, to, region }) => [from, to, region]));
  const areas = makeAreas(Object.fromEntries([...all].map((code) => [code, parents.get(code)])));
  const at = new Map(areas.codes.map((code, index) => [code, index]));
  const levels = laminarLevels(areas);
  const weeks = Map.groupBy(cells, ({ week }) => week);
  const errors = new Map<string, number>();
  const add = ({ from, region, to, week }: Cell, error: number) => {
    for (const origin of [from, `region ${region}`, 'all'])
      for (const destination of [to, 'all'])
        for (const when of weeks.size > 1 ? [week, 'all'] : [week]) {
          const margin = `${origin}|${destination}|${when}`;
          errors.set(margin, (errors.get(margin) ?? 0) + error);
        }
  };
  let milliseconds = 0;
  for (const [week, inWeek] of weeks) {
    const small = inWeek
      .filter(({ count }) => count > 0 && count < base)
      .toSorted((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
    const block = {
      origin: small.map(({ from }) => at.get(from) ?? -1),
      destination: small.map(({ to }) => at.get(to) ?? -1),
      trips: small.map(({ count }) => count),
    };
    const start = performance.now();
    const drawn = roundDependently(block, base, levels, someKey(key)(week));
    milliseconds += performance.now() - start;
    small.forEach((cell, index) => add(cell, (drawn[index] ?? 0) - cell.count));
    for (const cell of inWeek) if (cell.count === 0 || cell.count >= base) add(cell, 0);
  }
  const absolute = [...errors].map(([margin, error]) => [margin, Math.abs(error)] as const);
  const largest = (pattern: RegExp) =>
    absolute.reduce(
      (most, [margin, error]) => (pattern.test(margin) ? Math.max(most, error) : most),
      0,
    );
  const meanOf = (pattern: RegExp) => {
    const found = absolute.filter(([margin]) => pattern.test(margin));
    return found.reduce((sum, [, error]) => sum + error, 0) / found.length;
  };
  return { milliseconds, largest, meanOf };
};

const cellOrMargin = /^(?!region)/u;

test.skipIf(!reference.present).each([
  ['od_380_seed1380', 2],
  ['od_380_seed1380_q15', 1],
  ['od_150_seed1150', 2],
  ['od_50_seed1050', 2],
])(
  `%s: rows and columns are within the base, cells and margins within %d on average${whereReference}`,
  (name, mean) => {
    const { largest, meanOf, milliseconds } = drawMargins(readMatrix(name), 1);
    expect(largest(/^L\d+\|all/u)).toBeLessThan(base);
    expect(largest(/^all\|L/u)).toBeLessThan(base);
    expect(meanOf(cellOrMargin)).toBeLessThan(mean);
    expect(milliseconds).toBeLessThan(500);
  },
);

test.skipIf(!reference.present).each([
  ['cube_24x12x26_seed4024', 3],
  ['cube_24x12x26_seed4024_q15', 2],
])(
  `%s: each week's rows and columns are within the base, all margins within %d on average${whereReference}`,
  (name, mean) => {
    const { largest, meanOf, milliseconds } = drawMargins(readCube(name), 1);
    expect(largest(/^L\d+\|all\|W/u)).toBeLessThan(base);
    expect(largest(/^all\|D\d+\|W/u)).toBeLessThan(base);
    expect(meanOf(/./u)).toBeLessThan(mean);
    expect(milliseconds).toBeLessThan(500);
  },
);
