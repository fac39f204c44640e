import { insiderPosterior } from '#src/disclosure/attack/insider-posterior.ts';
import { roundDependently } from '#src/disclosure/dependent-rounding.ts';
import { makeHighsSolver } from '#src/edges/solver/highs.ts';
import { attackPeerCube, peerCubes } from '#test/disclosure/attack/peer-cubes.ts';
import {
  drawReference,
  drawUnordered,
  referenceBase,
  type ReferenceDraw,
} from '#test/disclosure/draw-reference.ts';
import { largestError, marginErrors, margins, meanError } from '#test/disclosure/margin-errors.ts';
import {
  readReferenceTable,
  referenceBlock,
  weeksOf,
  type ReferenceTable,
} from '#test/disclosure/reference-table.ts';
import { someKey } from '#test/disclosure/some-key.ts';
import { reference } from '#test/support/reference.ts';
import { once } from './stopwatch.ts';

const print = (line: string): void => void process.stdout.write(`${line}\n`);
const row = (name: string, ...figures: readonly string[]): void =>
  print(`${name.padEnd(46)}${figures.map((figure) => figure.padStart(16)).join('')}`);
const seconds = (durationMs: number): string => `${(durationMs / 1000).toFixed(2)} s`;
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** PLSrounding of R's SmallCountRounding, measured once elsewhere: seconds, mean and largest error over all margins. */
const plsRounding: Readonly<Record<string, readonly [number, number, number]>> = {
  od_380_seed1380: [10.2, 1.59, 12],
  cube_24x12x26_seed4024: [0.5, 2.25, 18],
  cube_24x12x26_seed4024_q15: [0.9, 1.26, 19],
};

/** Everything about disclosure control: the draw against its peers, its chances, what an insider learns, and what the attacker finds in others' tables. */
export async function benchDisclosure(): Promise<void> {
  if (!reference.present) {
    print('The reference tables are not beside the project: only the release is measured.');
    return;
  }
  benchTables();
  benchLongSums();
  benchChances();
  benchInsider();
  await benchPeers();
}

function benchTables(): void {
  row(
    'one draw of a table',
    'time',
    'mean error',
    'row or col.',
    'region-week',
    'PLSrounding',
    'times faster',
  );
  for (const name of [
    'od_50_seed1050',
    'od_150_seed1150',
    'od_380_seed1380',
    'od_380_seed1380_q15',
    'cube_24x12x26_seed4024',
    'cube_24x12x26_seed4024_q15',
    'cube_380x12x26_seed4380',
  ]) {
    const table = readReferenceTable(name);
    const before = process.memoryUsage().rss;
    const { durationMs, draw } = fastest(table);
    const errors = marginErrors(table.cells, draw.cells, draw.drawn);
    const isMatrix = name.startsWith('od');
    const peer = plsRounding[name];
    row(
      `${name}, ${draw.cells.length} cells`,
      seconds(durationMs),
      meanError(errors, isMatrix ? margins.cellsAndTotals : margins.every).toFixed(2),
      String(Math.max(largestError(errors, margins.rows), largestError(errors, margins.columns))),
      String(largestError(errors, margins.regionWeeks)),
      peer === undefined ? '' : `${peer[0]} s ${peer[1]}/${peer[2]}`,
      peer === undefined ? '' : `${((peer[0] * 1000) / durationMs).toFixed(0)} ×`,
    );
    print(
      `  memory ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB more than before`,
    );
  }
}

/** The draw alone, as it is timed for the peers: without reading or summing up. */
function fastest(table: ReferenceTable): { durationMs: number; draw: ReferenceDraw } {
  const turns = Array.from({ length: 3 }, (_, key) => {
    const started = performance.now();
    const draw = drawReference(table, key);
    return { durationMs: performance.now() - started, draw };
  });
  return (
    turns.toSorted((a, b) => a.durationMs - b.durationMs)[0] ?? {
      durationMs: 0,
      draw: drawReference(table, 0),
    }
  );
}

function benchLongSums(): void {
  print('');
  row('24 × 12 × 26, mean of 40 keys', 'all margins', '26 weeks', 'pairs', 'pairs, most');
  const table = readReferenceTable('cube_24x12x26_seed4024');
  const draws = { 'linked and in order': drawReference, 'week by week, no order': drawUnordered };
  const long = Object.entries(draws).map(([name, draw]) => {
    const errors = Array.from({ length: 40 }, (_, key) => {
      const { cells, drawn } = draw(table, key);
      return marginErrors(table.cells, cells, drawn);
    });
    const means = (pattern: RegExp): number => mean(errors.map((each) => meanError(each, pattern)));
    const most = Math.max(...errors.map((each) => largestError(each, margins.pairsOverAllWeeks)));
    const figures = [margins.every, margins.overAllWeeks, margins.pairsOverAllWeeks].map(means);
    row(name, ...figures.map((figure) => figure.toFixed(2)), String(most));
    return figures;
  });
  const better = (at: number): string =>
    `${(100 * (1 - (long[0]?.[at] ?? 0) / (long[1]?.[at] ?? 1))).toFixed(0)} %`;
  row('closer by', better(0), better(1), better(2));
}

/** P(y = b) of every x over 10,000 keys, with the limits of 99.9 % over the nine. */
function benchChances(): void {
  const table = readReferenceTable('od_12_seed1012');
  const keys = 10_000;
  const hits = new Map<number, { draws: number; bases: number }>();
  for (let key = 0; key < keys; key += 1) {
    const { cells, drawn } = drawReference(table, key);
    cells.forEach(({ count }, at) => {
      const found = hits.get(count) ?? { draws: 0, bases: 0 };
      found.draws += 1;
      found.bases += Number((drawn[at] ?? 0) > 0);
      hits.set(count, found);
    });
  }
  print('');
  row('12 × 12, 10,000 keys: x', 'draws', 'y = b', 'x ÷ b', 'limits ±', 'within');
  for (const [x, { draws, bases }] of [...hits].toSorted(([a], [b]) => a - b)) {
    const expected = x / referenceBase;
    // Draws of one key depend on each other: the limits are those of as many keys, which is more than is needed.
    const limit = 3.87 * Math.sqrt((expected * (1 - expected)) / keys);
    const share = bases / draws;
    row(
      `  ${x}`,
      String(draws),
      share.toFixed(4),
      expected.toFixed(4),
      limit.toFixed(4),
      Math.abs(share - expected) <= limit ? 'yes' : 'NO',
    );
  }
}

/** The posterior of somebody who knows every other leaf, for leaves of one week of a cube: what it is at most, and what is proved. */
function benchInsider(): void {
  const table = readReferenceTable('cube_24x12x26_seed4024');
  const cells = table.cells.filter(
    ({ week, count }) => week === 'W01' && count > 0 && count < referenceBase,
  );
  const block = referenceBlock(cells, table.at, weeksOf(cells));
  print('');
  print('insider who knows all other raw leaves of a week, 10,000 keys: x = 0 to 10');
  row('leaf', 'guess before', 'row, column', 'proved bound', 'within', 'all sums', 'one x left');
  for (const target of [0, Math.floor(cells.length / 2), cells.length - 1]) {
    const [own, all] = [heldLines(cells, target).slice(0, 2), heldLines(cells, target).slice(2)];
    const found = insiderPosterior(
      { values: block.trips, target, base: referenceBase, lines: own, groups: all, keys: 10_000 },
      (values, key) =>
        roundDependently(
          { ...block, trips: values },
          referenceBase,
          table.levels,
          someKey(key)('insider'),
        ),
    );
    const { vulnerability, allowance } = found.ofLines;
    row(
      `  x = ${cells[target]?.count}, row of ${own[0]?.length}, column of ${own[1]?.length}`,
      found.prior.toFixed(3),
      vulnerability.toFixed(3),
      found.bound.toFixed(3),
      vulnerability - allowance <= found.bound ? 'yes' : 'NO',
      found.ofGroups.vulnerability.toFixed(3),
      found.ofGroups.certain.toFixed(4),
    );
    const [likeliest] = found.ofGroups.outcomes;
    if (likeliest !== undefined)
      print(
        `    likeliest outcome of all sums, posterior of x = 0 to 10: ${Array.from(likeliest.posterior, (share) => share.toFixed(2)).join(' ')}`,
      );
  }
}

type Cells = ReturnType<typeof readReferenceTable>['cells'];

/** The sums of one week that a cell is in and that are held: by number of cell. */
function heldLines(cells: Cells, target: number): readonly (readonly number[])[] {
  const own = cells[target];
  if (own === undefined) return [];
  const where = (isIn: (cell: Cells[number]) => boolean): readonly number[] =>
    [...cells.keys()].filter((at) => {
      const cell = cells[at];
      return cell !== undefined && isIn(cell);
    });
  return [
    where(({ from }) => from === own.from),
    where(({ to }) => to === own.to),
    where(({ region, to }) => region === own.region && to === own.to),
    where(({ region }) => region === own.region),
    where(() => true),
  ];
}

/** The attacker on the patterns of GaussSuppression: cells narrower than 10 and than 5. */
async function benchPeers(): Promise<void> {
  const solver = await makeHighsSolver();
  print('');
  row('GaussSuppression, attacked', 'below 10', 'below 5', 'known', 'time', 'found');
  for (const peer of peerCubes) {
    const { value, durationMs } = await once(() => attackPeerCube(peer, solver));
    row(
      `  ${peer.cube}${peer.share} ${peer.pattern}`,
      ...value.map(String),
      peer.narrowed.join(' / '),
      seconds(durationMs),
      value.join() === peer.narrowed.join() ? 'yes' : 'NO',
    );
  }
}
