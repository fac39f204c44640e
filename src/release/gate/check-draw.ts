import type { GateFigures, RuleCount } from './gate-figures.ts';

const bins = 10;
const chanceOfFalseAlarm = 0.001;

/**
 * Whether the draw is unbiased: of the leaves with about the same x ÷ b, as many stand as b as that says. The limits hold all together
 * with 99.9 % for independent draws; leaves that are drawn together to keep sums close stray less.
 * A biased coin fails, and so does an optimiser that rounds to the nearest.
 * Source: Hoeffding 1963, theorem 1, for draws of different probabilities; docs/policy.md, paragraph 5.
 */
export function checkDraw({ baseline: { leaves, base } }: GateFigures): RuleCount {
  const found = Array.from({ length: bins + 1 }, () => ({ leaves: 0, expected: 0, high: 0 }));
  let checked = 0;
  leaves.trips.forEach((trips, row) => {
    if (leaves.sensitive[row] !== 1 || trips >= base || trips <= 0) return;
    checked += 1;
    for (const bin of [Math.floor((bins * trips) / base), bins]) {
      const share = found[bin];
      if (share === undefined) continue;
      share.leaves += 1;
      share.expected += trips / base;
      share.high += Number((leaves.published[row] ?? 0) > 0);
    }
  });
  const tests = found.filter((bin) => bin.leaves > 0);
  const broken = tests.filter(
    (bin) =>
      !isLikely(
        { draws: bin.leaves, expected: bin.expected / bin.leaves, high: bin.high },
        tests.length,
      ),
  ).length;
  return { rule: 'a draw that is not as likely as the trips say', checked, broken };
}

/** Draws of which a share `expected` should come out high, and how many did. */
export type Draws = { readonly draws: number; readonly expected: number; readonly high: number };

/** Whether so many may come out high, where `tests` such questions are asked and all are to be answered rightly with 99.9 %. */
export function isLikely({ draws, expected, high }: Draws, tests: number): boolean {
  return draws * divergence(high / draws, expected) <= Math.log((2 * tests) / chanceOfFalseAlarm);
}

/** Kullback and Leibler's divergence of two coins, in nats. */
function divergence(share: number, expected: number): number {
  const part = (p: number, q: number): number => (p === 0 ? 0 : p * Math.log(p / q));
  return part(share, expected) + part(1 - share, 1 - expected);
}
