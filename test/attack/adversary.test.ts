import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyNotebook, pryOpen, type Interval } from '#test/attack/adversary.ts';
import { openAttacked, plantRaw, type Attacked } from '#test/attack/attacked.ts';
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
  readonly questions: number;
};

function targets(): readonly TrueLeaf[] {
  const rng = seeded(3);
  const hidden = attacked.truth.leaves.filter(({ sensitive }) => sensitive);
  return Array.from({ length: targetCount }, () => pick(rng, hidden));
}

async function attack(edges: Edges, leaves: readonly TrueLeaf[]): Promise<readonly Conclusion[]> {
  const { truth } = attacked;
  const conclusions: Conclusion[] = [];
  for (const { name, destination, mode, week } of leaves) {
    const notebook = emptyNotebook();
    const found = await pryOpen({ place: destination, mode, week }, { edges, truth, notebook });
    const hidden = truth.leaves.filter(
      (leaf) =>
        !leaf.known && leaf.destination === destination && leaf.mode === mode && leaf.week === week,
    );
    const sum = (value: 'x' | 'y') => hidden.reduce((total, leaf) => total + leaf[value], 0);
    conclusions.push({
      target: name,
      ...found,
      y: sum('y'),
      x: sum('x'),
      questions: notebook.questions,
    });
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

const isExact = ({ low, high }: Interval): boolean => low === high;

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
    expect(new Set(conclusions.map(({ questions }) => questions)).size).toBeGreaterThan(2);
    expect(Math.max(...conclusions.map(({ questions }) => questions))).toBeGreaterThan(8);
  },
);

describe('planted faults', () => {
  test(
    'over a release of raw figures the same asker concludes raw ones, and is caught',
    { timeout: longMs },
    async () => {
      const conclusions = await attack(await attacked.open(await plantRaw(attacked)), targets());
      expect(wrong(conclusions).length).toBeGreaterThan(targetCount / 2);
      expect(wrong(conclusions)[0]).toMatch(/concluded \d+ to \d+, protected \d+, raw \d+$/u);
    },
  );
});
