import type { Area, AreaCode } from '#src/area.ts';

/** A piece of a place whose sums with pieces of other places are held, or simulated: an area at the foot, or a group of them. */
type Piece = 'foot' | 'group';

/** How many bases a week of one group with another is off at most: not proved; 99.9 % of simulated sums stay within 2.6, as the release's report says. */
const betweenGroups = 3;

function piecesOf(place: Area, childrenOf: (code: AreaCode) => readonly Area[]): readonly Piece[] {
  const children = childrenOf(place.code);
  if (children.length === 0) return ['foot'];
  if (children.every(({ code }) => childrenOf(code).length === 0)) return ['group'];
  // Besides its parts, a larger area has the rest that is folded to it.
  return [...children.flatMap((child) => piecesOf(child, childrenOf)), 'foot'];
}

/**
 * How many bases b the trips of one week and mode from one place to another may be away from what is in flows large enough to show.
 * `undefined`: anywhere. The draw holds within b: a place with anywhere, an area at the foot with another, and with a group of them (a region);
 * larger places are made of such pieces, whose errors may add up. Source: docs/policy.md, paragraphs 5 and 8.
 */
export function flowBound(
  origin: Area | undefined,
  destination: Area | undefined,
  areas: readonly Area[],
): number {
  if (origin === undefined || destination === undefined) return 1;
  const children = Map.groupBy(areas, ({ parent }) => parent ?? '');
  const childrenOf = (code: AreaCode) => children.get(code) ?? [];
  const ends = piecesOf(destination, childrenOf);
  return piecesOf(origin, childrenOf)
    .flatMap((from) => ends.map((to) => (from === 'group' && to === 'group' ? betweenGroups : 1)))
    .reduce((sum, bases) => sum + bases, 0);
}
