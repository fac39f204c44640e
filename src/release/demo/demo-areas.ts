import type { Area } from '#src/area.ts';
import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';

/** The tree of areas: districts, regions, countries, the kingdom, and an "elsewhere in" area for every area that has others in it. */
export function demoAreas({ districts, upperAreas }: DemoParameters): readonly Area[] {
  return [
    ...districts.map(({ code, name, region }) => ({
      code,
      name,
      level: 'district',
      parent: region,
    })),
    ...upperAreas,
    ...upperAreas.map(({ code, name }) => ({
      code: `elsewhere:${code}`,
      name: `elsewhere in ${name}`,
      level: 'elsewhere',
      parent: code,
    })),
  ];
}
