import type { GateFigures, RuleCount } from './gate-figures.ts';

/** Whether every leaf that the job's own book calls sensitive stands as 0 or b. */
export function checkStanding({ baseline: { leaves, base } }: GateFigures): RuleCount {
  let checked = 0;
  let broken = 0;
  leaves.published.forEach((trips, row) => {
    if (leaves.sensitive[row] !== 1) return;
    checked += 1;
    broken += Number(trips !== 0 && trips !== base);
  });
  return { rule: 'a hidden leaf that is neither 0 nor the base', checked, broken };
}
