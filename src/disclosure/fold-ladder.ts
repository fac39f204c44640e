import type { CubeAreas } from '#src/disclosure/cube.ts';

/** Where the trips of an area go when they are too few: `next` by area index (−1 at the top), `height` = steps left to the top. */
export type FoldLadder = { readonly next: Int32Array; readonly height: Int32Array };

/**
 * The way up by "elsewhere" areas: a district → elsewhere in its region → elsewhere in its country.
 * An ancestor without an "elsewhere" area is skipped. Source: docs/policy.md, paragraph 4.
 */
export function foldLadder(areas: CubeAreas): FoldLadder {
  const owner = ownersOf(areas);
  const next = Int32Array.from(owner, (own, area) => elsewhereAbove(areas, own < 0 ? area : own));
  const height = next.map((_, area) => stepsUp(next, area));
  return { next, height };
}

/** By area index: the area whose rest this one is, or −1 for an ordinary area. */
export function ownersOf(areas: CubeAreas): Int32Array {
  const owner = new Int32Array(areas.codes.length).fill(-1);
  areas.elsewhere.forEach((elsewhere, area) => {
    if (elsewhere >= 0) owner[elsewhere] = area;
  });
  return owner;
}

function elsewhereAbove(areas: CubeAreas, area: number): number {
  let above = areas.parent[area] ?? -1;
  while (above >= 0 && (areas.elsewhere[above] ?? -1) < 0) above = areas.parent[above] ?? -1;
  return above < 0 ? -1 : (areas.elsewhere[above] ?? -1);
}

function stepsUp(next: Int32Array, area: number): number {
  let steps = 0;
  for (let at = next[area] ?? -1; at >= 0; at = next[at] ?? -1) steps += 1;
  return steps;
}
