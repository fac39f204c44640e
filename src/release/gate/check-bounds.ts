import { placeErrors } from './place-errors.ts';
import type { GateFigures, RuleCount } from './gate-figures.ts';

/** Whether E bounds |published − raw| of every place with all in it, mode and week, and is never below what was published of it before. Source: docs/policy.md, paragraph 8. */
export function checkBounds(figures: GateFigures): readonly RuleCount[] {
  const { raw, published, before } = figures;
  const errors = placeErrors(figures);
  const weeks = raw.weeks.length;
  let broken = 0;
  errors.forEach((error, cell) => {
    if (Math.abs(error) > (published.bound[Math.floor(cell / weeks)] ?? 0)) broken += 1;
  });
  const fallen = before?.bound.filter((bound, column) => bound > (published.bound[column] ?? 0));
  return [
    { rule: 'an error larger than its published bound', checked: errors.length, broken },
    {
      rule: 'an error bound below the one published before',
      checked: before?.bound.length ?? 0,
      broken: fallen?.length ?? 0,
    },
  ];
}
