import type { FlowsFinding, FlowsLead } from '#src/flows-finding.ts';
import { listWords } from '#src/summary/list-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** "largest", or "largest known" where a flow that is not shown, or not in full, may be larger. */
export const largestWords = ({ atLeast, lead }: FlowsFinding): string =>
  atLeast || lead?.isKnownOnly === true ? 'largest known' : 'largest';

/** What is said of flows whose order is not known. */
export const tieWords = ({ kind }: FlowsLead): string =>
  kind === 'equal' ? 'about equal' : 'too close to rank';

/** Lists of the flows that a sentence may name, the longest first. `items`: the largest flows. Where only some of those that cannot be ranked are named, others are told of. */
export function leadLists(
  { kind, counts }: FlowsLead,
  items: readonly Sentence[],
): readonly Sentence[] {
  if (kind === 'clear') return counts.map((count) => listWords(items.slice(0, count)));
  const tied = counts[0] ?? 0;
  return items.slice(0, tied).map((_, left, all) => {
    const named = all.slice(0, all.length - left);
    return listWords(named.length < tied ? [...named, say`others`] : named);
  });
}
