import {
  insiderPosterior,
  type InsiderPosterior,
} from '#src/disclosure/attack/insider-posterior.ts';
import { roundDependently, type Block } from '#src/disclosure/dependent-rounding.ts';
import type { KeyedStream } from '#src/ports.ts';
import { isLikely } from './check-draw.ts';
import { enclosingAreas } from './enclosing-areas.ts';
import type { GateFigures, RuleCount } from './gate-figures.ts';
import { sampleOf, type GateSample } from './gate-sample.ts';

/** What one insider came to: privileged, though no place is named. */
export type InsiderTarget = {
  readonly leaves: number;
  readonly bound: number;
  readonly guess: number;
  readonly mostExtreme: number;
};

export type InsiderAttack = {
  readonly rules: readonly RuleCount[];
  readonly targets: readonly InsiderTarget[];
};

/**
 * The insider attack: somebody knows the code and every other raw leaf of a block, and draws it again under many test keys with each value
 * that one leaf may have. How often b is drawn must be x ÷ b, and the chance to guess x right within its bound.
 * A block here is at most 24 hidden leaves of one week, mode and pair of nearest areas, drawn by themselves.
 * Source: docs/policy.md, paragraph 15.
 */
export function attackInsider(
  figures: GateFigures,
  sample: GateSample,
  streams: KeyedStream,
): InsiderAttack {
  const uniform = streams('insider');
  const large = [...openBlocks(figures).values()].filter((rows) => rows.length >= sample.targets);
  const blocks = sampleOf(large, sample.blocks, uniform);
  const attacked = blocks.flatMap((rows) =>
    sampleOf(rows, sample.targets, uniform).map((target) => {
      const near = rowsNear(figures, rows, target).slice(0, sample.leaves);
      const keys = { count: sample.keys, uniform: streams(`test keys ${target}`) };
      return attackTarget(figures, near, target, keys);
    }),
  );
  const draws = attacked.flatMap(({ draws }) => draws);
  const unlikely = draws.filter((ofValue) => !isLikely(ofValue, draws.length));
  const beyond = attacked.filter(
    ({ ofLines, bound }) => ofLines.vulnerability - ofLines.allowance > bound,
  );
  return {
    rules: [
      {
        rule: 'a draw under test keys that is not as likely as the trips say',
        checked: draws.length,
        broken: unlikely.length,
      },
      {
        rule: 'an insider who learns more than the bound',
        checked: attacked.length,
        broken: beyond.length,
      },
    ],
    targets: attacked.map(({ leaves, bound, ofLines }) => ({
      leaves,
      bound,
      guess: ofLines.vulnerability,
      mostExtreme: ofLines.mostExtreme,
    })),
  };
}

/** The rows of leaves that were drawn, by week, mode and pair of nearest areas. */
function openBlocks({
  baseline: { leaves, base },
  raw,
}: GateFigures): ReadonlyMap<string, number[]> {
  const around = enclosingAreas(raw.areas);
  const nearest = (area: number): number => around[area]?.[0] ?? -1;
  const blocks = new Map<string, number[]>();
  leaves.trips.forEach((trips, row) => {
    if (leaves.sensitive[row] !== 1 || trips >= base) return;
    const pair = `${nearest(leaves.origin[row] ?? 0)} ${nearest(leaves.destination[row] ?? 0)}`;
    const name = `${leaves.week[row]} ${leaves.mode[row]} ${pair}`;
    const rows = blocks.get(name) ?? [];
    rows.push(row);
    blocks.set(name, rows);
  });
  return blocks;
}

/** A block's rows, the target first, then its own row and column. */
function rowsNear(
  { baseline: { leaves } }: GateFigures,
  rows: readonly number[],
  target: number,
): readonly number[] {
  const farness = (row: number): number =>
    row === target
      ? 0
      : Number(leaves.origin[row] !== leaves.origin[target]) +
        Number(leaves.destination[row] !== leaves.destination[target]) +
        1;
  return rows.toSorted((a, b) => farness(a) - farness(b) || a - b);
}

/** Each draw goes on in the stream where the last one ended: as good as a key of its own, and much faster. */
type TestKeys = { readonly count: number; readonly uniform: () => number };

function attackTarget(
  figures: GateFigures,
  rows: readonly number[],
  target: number,
  keys: TestKeys,
): InsiderPosterior & { readonly leaves: number } {
  const { baseline } = figures;
  const block = blockOf(figures, rows);
  const areas = 1 + Math.max(...block.origin, ...block.destination);
  const levels = [{ group: new Int32Array(areas), groups: 1 }];
  const at = rows.indexOf(target);
  const line = (column: Int32Array): readonly number[] =>
    [...rows.keys()].filter((each) => column[each] === column[at]);
  const question = {
    values: block.trips,
    target: at,
    base: baseline.base,
    lines: [line(block.origin), line(block.destination)],
    keys: keys.count,
  };
  const posterior = insiderPosterior(question, (values) =>
    roundDependently({ ...block, trips: values }, baseline.base, levels, keys.uniform),
  );
  return { ...posterior, leaves: rows.length };
}

/** Areas are numbered anew, as few as there are. */
function blockOf({ baseline: { leaves } }: GateFigures, rows: readonly number[]): Block {
  const numbers = new Map<number, number>();
  const numberOf = (area: number): number => {
    const known = numbers.get(area) ?? numbers.size;
    numbers.set(area, known);
    return known;
  };
  return {
    origin: Int32Array.from(rows, (row) => numberOf(leaves.origin[row] ?? 0)),
    destination: Int32Array.from(rows, (row) => numberOf(leaves.destination[row] ?? 0)),
    week: new Int32Array(rows.length),
    trips: Float64Array.from(rows, (row) => leaves.trips[row] ?? 0),
  };
}
