import type { Area } from '#src/area.ts';

/** The areas with, for each that has areas below it, the area of its rest: code `elsewhere:<code>`, level `elsewhere`. */
export function addElsewhere(areas: readonly Area[]): readonly Area[] {
  const parents = new Set(areas.map(({ parent }) => parent));
  const rests = areas
    .filter(({ code }) => parents.has(code))
    .map(({ code, name }): Area => ({
      code: `elsewhere:${code}`,
      name: `Elsewhere in ${name}`,
      level: 'elsewhere',
      parent: code,
    }));
  return [...areas, ...rests];
}
