import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyNotebook, pryOpen } from '#test/attack/adversary.ts';
import { openAttacked, type Attacked } from '#test/attack/attacked.ts';
import { cellsBehind } from '#test/attack/cells-behind.ts';
import { figureOfColumn, type Column } from '#test/attack/column.ts';
import { isExact, type Interval } from '#test/attack/interval.ts';
import { plantRaw } from '#test/attack/plant.ts';
import { pick, seeded } from '#test/attack/seeded.ts';
import type { TrueLeaf } from '#test/attack/truth.ts';
import type { Edges } from '#src/answer.ts';

const targetCount = 50;
const longMs = 300_000;

let attacked: Attacked;
beforeAll(async () => {
  attacked = await openAttacked();
}, longMs);
afterAll(() => attacked.close());

/** What the asker concluded of the hidden trips of a column, beside their protected and their raw sum. */
type Conclusion = Interval & {
  readonly target: string;
  readonly y: number;
  readonly x: number;
  readonly texts: readonly string[];
};

/** Hidden leaves: of some the flow itself is sought, of others all that ends with them, by their mode or by any. */
function targets(): readonly Column[] {
  const rng = seeded(3);
  const hidden = attacked.truth.leaves.filter(({ sensitive }) => sensitive);
  return Array.from({ length: targetCount }, (_, at) => {
    const { origin, destination: place, mode, week } = pick(rng, hidden);
    const [isFlow, isOfMode] = [at % 2 === 1, at % 4 !== 0];
    return {
      origin: isFlow ? origin : undefined,
      place,
      mode: isOfMode ? mode : undefined,
      week,
    };
  });
}

async function attack(edges: Edges, columns: readonly Column[]): Promise<readonly Conclusion[]> {
  const { truth } = attacked;
  const { cells } = cellsBehind(truth);
  const leavesOf = (column: Column): readonly TrueLeaf[] =>
    // Figures of weeks are sums of leaves.
    cells(figureOfColumn(column, truth.country)) as readonly TrueLeaf[];
  const conclusions: Conclusion[] = [];
  for (const column of columns) {
    const notebook = emptyNotebook();
    const found = await pryOpen(column, { edges, truth, notebook, leavesOf });
    const hidden = leavesOf(column).filter(({ known }) => !known);
    const sum = (value: 'x' | 'y') => hidden.reduce((total, leaf) => total + leaf[value], 0);
    const target = Object.values(column).join(' ');
    conclusions.push({ target, ...found, y: sum('y'), x: sum('x'), texts: notebook.texts });
  }
  return conclusions;
}

/** Conclusions that the protected figures do not bear out. */
const wrong = (conclusions: readonly Conclusion[]): readonly string[] =>
  conclusions
    .filter(({ low, high, y }) => y < low || y > high)
    .map(
      ({ target, low, high, y, x }) =>
        `${target}: concluded ${low} to ${high}, protected ${y}, raw ${x}`,
    );

test(
  `an asker that chooses each question by the answers so far learns protected figures of ${targetCount} hidden leaves, and no raw one`,
  { timeout: longMs },
  async () => {
    const conclusions = await attack(attacked.edges, targets());
    expect(wrong(conclusions)).toEqual([]);
    const exact = conclusions.filter(isExact);
    expect(exact.length).toBeGreaterThan(targetCount / 2);
    expect(exact.filter(({ low, x }) => low === x).length).toBeLessThan(targetCount / 10);
    // It had to go round by differences for some, and followed the answers: not all took the same number of questions.
    const counts = conclusions.map(({ texts }) => texts.length);
    expect(new Set(counts).size).toBeGreaterThan(2);
    expect(Math.max(...counts)).toBeGreaterThan(8);
    for (const asked of ['origin:', 'by:day', 'since:'])
      expect(conclusions.some(({ texts }) => texts.join(' ').includes(asked))).toBe(true);
  },
);

describe('planted faults', () => {
  test(
    'over a release of raw figures the same asker concludes raw ones, and is caught',
    { timeout: longMs },
    async () => {
      const conclusions = await attack(await attacked.open(await plantRaw(attacked)), targets());
      expect(wrong(conclusions).length).toBeGreaterThan(targetCount / 4);
      expect(wrong(conclusions)[0]).toMatch(/concluded \d+ to \d+, protected \d+, raw \d+$/u);
    },
  );
});
