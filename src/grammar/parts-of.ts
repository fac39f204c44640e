import type { Area, AreaCode } from '#src/area.ts';
import { onePerCode } from '#src/grammar/one-per-code.ts';
import { rootsOf } from '#src/grammar/top-places.ts';

type Tree = {
  readonly areas: readonly Area[];
  readonly children: ReadonlyMap<AreaCode | undefined, readonly Area[]>;
};

/**
 * The frontier of `level` inside a place, or inside the whole geography: every place of that level, and where a branch
 * has none, the place that the branch starts with. Together they make up the whole, none within another.
 * A place listed at two levels under one code is one place.
 */
export function partsOf(
  place: Area | undefined,
  level: string,
  areas: readonly Area[],
): readonly Area[] {
  const places = onePerCode(areas);
  const tree = { areas, children: Map.groupBy(places, ({ parent }) => parent) };
  const tops = place === undefined ? rootsOf(areas) : [place];
  return tops.flatMap((top) => frontier(top, level, tree, new Set()));
}

function frontier(
  area: Area,
  level: string,
  tree: Tree,
  above: ReadonlySet<AreaCode>,
): readonly Area[] {
  const isOfLevel = tree.areas.some((one) => one.code === area.code && one.level === level);
  const seen = new Set([...above, area.code]);
  const children = (tree.children.get(area.code) ?? []).filter(({ code }) => !seen.has(code));
  if (isOfLevel || !children.some((child) => holdsLevel(child, level, tree, seen))) return [area];
  return children.flatMap((child) => frontier(child, level, tree, seen));
}

function holdsLevel(area: Area, level: string, tree: Tree, above: ReadonlySet<AreaCode>): boolean {
  if (area.level === level) return true;
  const seen = new Set([...above, area.code]);
  return (tree.children.get(area.code) ?? []).some(
    (child) => !seen.has(child.code) && holdsLevel(child, level, tree, seen),
  );
}
