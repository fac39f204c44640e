import type { CubeAreas } from '#src/disclosure/cube.ts';

/** The areas in order of their codes, and by old index the new one: so that nothing depends on the order in which areas came. */
export function areasByCode({ codes, parent, elsewhere }: CubeAreas): {
  readonly areas: CubeAreas;
  readonly rank: Int32Array;
} {
  const order = [...codes.keys()].toSorted((a, b) =>
    (codes[a] ?? '') < (codes[b] ?? '') ? -1 : 1,
  );
  const rank = new Int32Array(codes.length);
  order.forEach((area, place) => {
    rank[area] = place;
  });
  const moved = (indices: Int32Array): Int32Array =>
    Int32Array.from(order, (area) => rank[indices[area] ?? -1] ?? -1);
  return {
    areas: {
      codes: order.map((area) => codes[area] ?? ''),
      parent: moved(parent),
      elsewhere: moved(elsewhere),
    },
    rank,
  };
}
