/** A class of numbers from `from` up to the next class: its colour, and that of text on it. */
export type MatrixClass = { readonly from: number; readonly fill: string; readonly text: string };

/** Source: Government Analysis Function, sequential palette. White text from the second darkest on. */
const colours = [
  { fill: '#DCEAF7', text: '#222222' },
  { fill: '#A9CCEC', text: '#222222' },
  { fill: '#6BACE6', text: '#222222' },
  { fill: '#2073BC', text: '#FFFFFF' },
  { fill: '#12436D', text: '#FFFFFF' },
] as const;

/** Up to five classes with round bounds, each about as many times the one before. `values`: positive, as printed in the cells. */
export function matrixClasses(values: readonly number[]): readonly MatrixClass[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const steps = colours.length;
  const bounds = Array.from({ length: steps - 1 }, (_, index) =>
    roundBound(least * (most / least) ** ((index + 1) / steps)),
  );
  const distinct = [...new Set(bounds)].filter((bound) => bound > least && bound <= most);
  const froms = values.length === 0 ? [] : [0, ...distinct];
  // Fewer classes spread over the palette, so that the largest is always the darkest.
  return froms.map((from, index) => {
    const at = froms.length === 1 ? 0 : Math.round((index * (steps - 1)) / (froms.length - 1));
    return { from, ...(colours[at] ?? colours[0]) };
  });
}

/** The class of a number. */
export const classOf = (value: number, classes: readonly MatrixClass[]): MatrixClass | undefined =>
  classes.findLast(({ from }) => value >= from);

/** The nearest of 1, 2, 3, 5 times a power of ten. */
function roundBound(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const distance = (factor: number) => Math.abs(Math.log(value / (factor * power)));
  const [best = 1] = [1, 2, 3, 5, 10].toSorted((a, b) => distance(a) - distance(b));
  return Number((best * power).toPrecision(1));
}
