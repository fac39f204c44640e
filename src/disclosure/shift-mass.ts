/** A cycle or path of edges to shift mass along: +1 and −1 alternate. Only the first `length` entries count. */
export type Walk = { readonly edges: Int32Array; readonly signs: Int8Array; length: number };

/** The edges' values, each from 0 to `base`, and where coins come from. */
export type Draw = {
  readonly values: Float64Array;
  readonly base: number;
  readonly uniform: () => number;
};

export function makeWalk(most: number): Walk {
  return { edges: new Int32Array(most), signs: new Int8Array(most), length: 0 };
}

/**
 * Moves whole trips along a walk until one edge is 0 or b: by `up` with probability down ÷ (up + down), else back by `down`,
 * so that no edge's expected value changes (to 2⁻⁵³, the grain of the uniforms).
 * Source: Gandhi, Khuller, Parthasarathy and Srinivasan 2006, "Dependent rounding and its applications to approximation algorithms".
 */
export function shiftMass({ edges, signs, length }: Walk, { values, base, uniform }: Draw): void {
  let up = base;
  let down = base;
  for (let step = 0; step < length; step += 1) {
    const value = values[edges[step] ?? 0] ?? 0;
    up = Math.min(up, (signs[step] ?? 0) > 0 ? base - value : value);
    down = Math.min(down, (signs[step] ?? 0) > 0 ? value : base - value);
  }
  const amount = uniform() * (up + down) < down ? up : -down;
  for (let step = 0; step < length; step += 1)
    values[edges[step] ?? 0] = (values[edges[step] ?? 0] ?? 0) + (signs[step] ?? 0) * amount;
}

/** Whether a value is still to be drawn. */
export function isOpen(value: number, base: number): boolean {
  return value > 0 && value < base;
}
