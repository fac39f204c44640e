import { displayTrips } from '#src/disclosure/display-cell.ts';
import type { FlowsCut } from '#src/flows-finding.ts';
import type { BoundedCell } from '#src/statistics/flows/flows-bounds.ts';
import type { MeanFlow } from '#src/statistics/flows/flow-means.ts';
import { sumOf } from '#src/statistics/flows/sum-of.ts';

/** `flows`: largest first; `published`: how many of them are not withheld; `rest`: trips of no end. `outsideBound`: of all of them together. */
export type CutInput = {
  readonly flows: readonly MeanFlow[];
  readonly published: number;
  readonly rest: { readonly trips: number; readonly bound: number } | undefined;
  readonly outsideBound: number;
  readonly rounding: number;
};

type Part = { readonly trips: number; readonly bound: number };

const partOf = ({ trips, end }: MeanFlow): Part => ({ trips, bound: end.bound });

/** A cut list, with what is put together in it. */
export type CutList = { readonly cut: FlowsCut; readonly together: readonly BoundedCell[] };

/** Cuts a list after `longest` flows, or not at all where one more is all there is. Places after the cut are put together, and so are trips of no single place. */
export function cutFlows(input: CutInput, longest: number): CutList {
  const { flows, published, rest, outsideBound, rounding } = input;
  const rows = flows.length <= longest + 1 ? flows.length : Math.min(longest, published);
  // What is left of all the trips is no further off than all of them and what is taken away.
  const leftBound = outsideBound + sumOf(flows.slice(0, rows).map(({ end }) => end.bound));
  const together = (parts: readonly Part[]): BoundedCell | undefined => {
    if (parts.length === 0) return undefined;
    const bound = Math.min(sumOf(parts.map((part) => part.bound)), leftBound);
    return { cell: displayTrips(sumOf(parts.map(({ trips }) => trips)), bound, rounding), bound };
  };
  const after = flows.slice(rows);
  const places = after.filter(({ end }) => end.kind === 'place').map(partOf);
  const elsewhere = after.filter(({ end }) => end.kind === 'elsewhere').map(partOf);
  const loose = rest === undefined ? elsewhere : [...elsewhere, rest];
  const [others, left] = [together(places), together(loose)];
  return {
    cut: { rows, others: others && { count: places.length, trips: others.cell }, rest: left?.cell },
    together: [others, left].filter((one) => one !== undefined),
  };
}
