import type { RankedFlows } from '#src/flows-finding.ts';
import { barsOf, type FlowBar } from '#src/statistics/flows/drawn-bars.ts';
import { nameFact, numberFact } from '#src/summary/facts.ts';
import { cellFact } from '#src/summary/flows/flows-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** What the rest is called beside its bar and in the table. */
const restName = 'Elsewhere, in flows too small to show';

/** The name of one row of a list of flows. */
export function barName(
  { rows, drawn, tabled }: RankedFlows,
  { kind, index }: FlowBar,
  which: 'drawn' | 'tabled',
): Sentence {
  if (kind === 'rest') return say`${restName}`;
  if (kind !== 'others')
    return say`${nameFact(rows[index]?.end.name ?? '', `/rows/${index}/end/name`)}`;
  const count = (which === 'drawn' ? drawn : tabled).others?.count ?? 0;
  const number = numberFact(count, `/${which}/others/count`);
  return count === 1 ? say`${number} other place` : say`${number} other places together`;
}

/** Names and numbers beside the bars, in their order. */
export function barWords(
  finding: RankedFlows,
): readonly { readonly name: Sentence; readonly trips: Sentence }[] {
  return barsOf(finding, 'drawn').map((bar) => ({
    name: barName(finding, bar, 'drawn'),
    trips: say`${cellFact(bar.trips, bar.from) ?? '[c]'}`,
  }));
}
