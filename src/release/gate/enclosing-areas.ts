import type { CubeAreas } from '#src/disclosure/cube.ts';

/** By area index: what it lies in, nearest first. The rest of an area lies in that area. Worked out here for itself and not by the protector's code. */
export function enclosingAreas({ parent, elsewhere }: CubeAreas): readonly (readonly number[])[] {
  const restOf = new Map([...elsewhere].map((rest, area) => [rest, area]));
  return Array.from(parent, (above, area) => {
    const chain: number[] = [];
    for (let at = restOf.get(area) ?? above; at >= 0; at = parent[at] ?? -1) chain.push(at);
    return chain;
  });
}
