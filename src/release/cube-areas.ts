import type { Area } from '#src/area.ts';
import type { CubeAreas } from '#src/disclosure/cube.ts';

/** The geography by index, in the order given. `areas` hold their "elsewhere" areas. */
export function cubeAreasOf(areas: readonly Area[]): CubeAreas {
  const at = new Map(areas.map(({ code }, index) => [code, index]));
  return {
    codes: areas.map(({ code }) => code),
    parent: Int32Array.from(areas, ({ parent }) => at.get(parent ?? '') ?? -1),
    elsewhere: Int32Array.from(areas, ({ code }) => at.get(`elsewhere:${code}`) ?? -1),
  };
}
