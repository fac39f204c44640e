import type { Cell } from '#src/finding.ts';
import type { FlowsCut, RankedFlows } from '#src/flows-finding.ts';

/** One row of a list of flows: `index` among the finding's rows, or what is left together. `from`: where its trips stand, as a JSON pointer. */
export type FlowBar = {
  readonly kind: 'place' | 'elsewhere' | 'others' | 'rest';
  readonly index: number;
  readonly trips: Cell;
  readonly from: string;
};

/** The flows of a cut, then the other places together, then the rest. */
export function barsOf(
  { rows, drawn, tabled }: RankedFlows,
  which: 'drawn' | 'tabled',
): readonly FlowBar[] {
  const cut: FlowsCut = which === 'drawn' ? drawn : tabled;
  const single = rows.slice(0, cut.rows).map(({ end, trips }, index) => ({
    kind: end.kind,
    index,
    trips,
    from: `/rows/${index}/trips`,
  }));
  const last = { index: -1 } as const;
  return [
    ...single,
    ...(cut.others === undefined
      ? []
      : [
          {
            ...last,
            kind: 'others' as const,
            trips: cut.others.trips,
            from: `/${which}/others/trips`,
          },
        ]),
    ...(cut.rest === undefined
      ? []
      : [{ ...last, kind: 'rest' as const, trips: cut.rest, from: `/${which}/rest` }]),
  ];
}
