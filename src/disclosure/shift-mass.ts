/** The values that are drawn: leaves, from 0 to `base`, and sums of leaves; and where coins come from. */
export type Draw = {
  readonly values: Float64Array;
  readonly base: number;
  readonly uniform: () => number;
};

/** Values to shift mass between: what `rising` gain, `falling` lose. Only the first `length` entries of each count. */
export type Walk = {
  readonly rising: { readonly cells: Int32Array; length: number };
  readonly falling: { readonly cells: Int32Array; length: number };
};

export function makeWalk(most: number): Walk {
  const side = (): Walk['rising'] => ({ cells: new Int32Array(most), length: 0 });
  return { rising: side(), falling: side() };
}

/**
 * Moves whole trips along a walk until one value is a multiple of b: by `up` with probability down ÷ (up + down), else back by `down`,
 * so that no expected value changes (to 2⁻⁵³, the grain of the uniforms), and none passes a multiple of b.
 * Source: Gandhi, Khuller, Parthasarathy and Srinivasan 2006, "Dependent rounding and its applications to approximation algorithms".
 */
export function shiftMass({ rising, falling }: Walk, { values, base, uniform }: Draw): void {
  let up = base;
  let down = base;
  for (let step = 0; step < rising.length; step += 1) {
    const above = (values[rising.cells[step] ?? 0] ?? 0) % base;
    up = Math.min(up, base - above);
    down = Math.min(down, above);
  }
  for (let step = 0; step < falling.length; step += 1) {
    const above = (values[falling.cells[step] ?? 0] ?? 0) % base;
    up = Math.min(up, above);
    down = Math.min(down, base - above);
  }
  const amount = uniform() * (up + down) < down ? up : -down;
  add(rising, values, amount);
  add(falling, values, -amount);
}

function add({ cells, length }: Walk['rising'], values: Float64Array, amount: number): void {
  for (let step = 0; step < length; step += 1)
    values[cells[step] ?? 0] = (values[cells[step] ?? 0] ?? 0) + amount;
}

/** Whether a value is still to be drawn: it is no multiple of b. */
export function isOpen(value: number, base: number): boolean {
  return value % base !== 0;
}
