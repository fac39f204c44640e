import type { UpperArea } from '#src/release/demo/demo-parameters.ts';

/** The codes of an area and of all it lies in, smallest first. `code` is a region-level area or above. */
export function lineageOf(upperAreas: readonly UpperArea[], code: string): readonly string[] {
  const parent = upperAreas.find((area) => area.code === code)?.parent;
  return parent === undefined ? [code] : [code, ...lineageOf(upperAreas, parent)];
}
