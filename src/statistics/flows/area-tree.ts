import type { Area, AreaCode } from '#src/area.ts';

/** What lies in what, the "elsewhere" areas among them. `insideAny`: whether a place is one of some, or lies in one. */
export type AreaTree = {
  readonly areas: readonly Area[];
  readonly isFoot: (area: Area) => boolean;
  readonly insideAny: (area: Area, codes: ReadonlySet<AreaCode>) => boolean;
};

/** Whether an area is the rest of its parent: no place to ask about. */
export const isElsewhere = ({ level }: Area): boolean => level === 'elsewhere';

/** Reads the tree from a release's areas. */
export function areaTree(areas: readonly Area[]): AreaTree {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const parents = new Set(areas.filter((area) => !isElsewhere(area)).map(({ parent }) => parent));
  const insideAny: AreaTree['insideAny'] = (area, codes) => {
    if (codes.has(area.code)) return true;
    const parent = area.parent === undefined ? undefined : byCode.get(area.parent);
    return parent !== undefined && insideAny(parent, codes);
  };
  return { areas, isFoot: ({ code }) => !parents.has(code), insideAny };
}
