/** A linear fact an attacker knows: least ≤ Σ coefficient × cell ≤ most. Cells are numbers of unknowns, each at most once; coefficients are 1 or −1 (a hidden margin is an unknown of its own). */
export type AttackedLine = {
  readonly cells: Int32Array;
  readonly coefficients: Int8Array;
  readonly least: number;
  readonly most: number;
};

/**
 * What an attacker sees: unknown whole numbers, the least and most each can be by public rules alone (`Infinity` where
 * there is none), and the linear facts that join them. What is published exactly is moved to the facts' constants.
 */
export type AttackedTable = {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly lines: readonly AttackedLine[];
};

/** What an attack leaves of every unknown, by its number: the least and most it can be. */
export type Bounds = { readonly lower: Float64Array; readonly upper: Float64Array };
