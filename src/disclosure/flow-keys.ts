import type { CubeAreas } from '#src/disclosure/cube.ts';

/** One number per flow (origin × destination × mode), ascending by mode, then origin code, then destination code. */
export type FlowKeys = {
  readonly keyOf: (origin: number, destination: number, mode: number) => number;
  readonly origin: (key: number) => number;
  readonly destination: (key: number) => number;
  readonly mode: (key: number) => number;
};

/** Keys that depend on area codes and not on the order in which areas or rows came. */
export function flowKeys(areas: CubeAreas): FlowKeys {
  const count = areas.codes.length;
  const byRank = Int32Array.from(areas.codes.keys()).sort((a, b) =>
    (areas.codes[a] ?? '') < (areas.codes[b] ?? '') ? -1 : 1,
  );
  const rank = new Int32Array(count);
  byRank.forEach((area, place) => {
    rank[area] = place;
  });
  return {
    keyOf: (origin, destination, mode) =>
      (mode * count + (rank[origin] ?? 0)) * count + (rank[destination] ?? 0),
    origin: (key) => byRank[Math.floor(key / count) % count] ?? 0,
    destination: (key) => byRank[key % count] ?? 0,
    mode: (key) => Math.floor(key / (count * count)),
  };
}
