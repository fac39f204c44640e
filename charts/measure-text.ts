import table from './open-sans-advances.json' with { type: 'json' };

/** Weights of the bundled typeface. */
export type FontWeight = 400 | 600 | 700;

const { unitsPerEm } = table;
const characters = Array.from(table.characters);

function readAdvances(weight: FontWeight): ReadonlyMap<string, number> {
  const widths = table.advances[weight].split(' ').map(Number);
  return new Map(characters.map((character, index) => [character, widths[index] ?? unitsPerEm]));
}

const advances = { 400: readAdvances(400), 600: readAdvances(600), 700: readAdvances(700) };

/**
 * Width of one line of Open Sans in pixels: exact, since the bundled fonts have no kerning.
 * A character outside Latin counts as one em. The table is baked from `assets/fonts` by `test/charts/open-sans-advances.test.ts`.
 */
export function measureText(text: string, size: number, weight: FontWeight): number {
  let units = 0;
  for (const character of text) units += advances[weight].get(character) ?? unitsPerEm;
  return (units * size) / unitsPerEm;
}
