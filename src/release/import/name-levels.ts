import type { AreaProblem } from './area-rows.ts';
import type { Plot } from './find-parents.ts';

/** How far each area is above the lowest area in it, by code: 0 at the bottom. Parents must not go in circles. */
export function heightsOf(plots: readonly Plot[]): ReadonlyMap<string, number> {
  const heights = new Map(plots.map(({ code }) => [code, 0]));
  const parents = new Map(plots.map(({ code, parent }) => [code, parent]));
  for (const { code } of plots) {
    let height = 0;
    for (let above = parents.get(code); above !== undefined; above = parents.get(above)) {
      height += 1;
      heights.set(above, Math.max(heights.get(above) ?? 0, height));
    }
  }
  return heights;
}

/** Whether the names of levels, from the bottom up, are enough for the areas that need one. */
export function checkLevels(
  plots: readonly Plot[],
  heights: ReadonlyMap<string, number>,
  levels: readonly string[],
): readonly AreaProblem[] {
  const needed =
    1 +
    Math.max(
      ...plots.map(({ code, level }) => (level === undefined ? (heights.get(code) ?? 0) : 0)),
    );
  if (levels.length === 0 || levels.length >= needed) return [];
  return [
    {
      row: undefined,
      reason: `the areas have ${needed} levels, but --levels names ${levels.length}: name them from the bottom up`,
    },
  ];
}
