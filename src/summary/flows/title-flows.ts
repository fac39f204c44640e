import type { FlowMatrix, FlowsFinding, RankedFlows } from '#src/flows-finding.ts';
import { nameFact } from '#src/summary/facts.ts';
import { cellFact, thePartsWords, tripsAWeek } from '#src/summary/flows/flows-words.ts';
import { largestWords, tieWords } from '#src/summary/flows/lead-words.ts';
import { firstShort, longestTitle } from '#src/summary/is-short.ts';
import { modeFact } from '#src/summary/mode-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** Flows that cannot be ranked and that a title names. */
const namesOfTie = 2;

/** "flow", "rail and Tube flow". */
function flowWords({ mode }: FlowsFinding): Sentence {
  if (mode === undefined || mode.value === 'all') return say`flow`;
  return say`${modeFact(mode)} flow`;
}

function titleRanked(finding: RankedFlows): Sentence {
  const { rows, way, place, lead } = finding;
  const named = nameFact(place.spoken, '/place/spoken');
  const which = say`${way === 'into' ? 'into' : 'out of'} ${named}`;
  const largest = rows
    .map(({ end, trips }, index) => ({ end, trips, index }))
    .filter(({ end, trips }) => end.kind === 'place' && trips.kind === 'published');
  const [first, second] = largest.map(({ end, trips, index }) => ({
    name: nameFact(end.spoken, `/rows/${index}/end/spoken`),
    trips: say`${cellFact(trips, `/rows/${index}/trips`) ?? ''}`,
  }));
  if (lead === undefined || first === undefined)
    return say`No ${flowWords(finding)} ${which} is large enough to show`;
  const flow = say`The ${largestWords(finding)} ${flowWords(finding)}`;
  const to = way === 'into' ? 'from' : 'to';
  if (lead.kind === 'clear') {
    const title = say`${flow} ${which} was ${to} ${first.name}`;
    return firstShort([say`${title}: ${first.trips} ${tripsAWeek(finding)}`, title], longestTitle);
  }
  const tie = say`${flow}s ${which} were ${tieWords(lead)}`;
  if (second === undefined || lead.counts[0] !== namesOfTie) return tie;
  const both = say`${flow}s ${which} were ${to} ${first.name} and ${second.name}, ${tieWords(lead)}`;
  return firstShort([both, tie], longestTitle);
}

function titleMatrix(finding: FlowMatrix): Sentence {
  const { lead } = finding;
  const [largest] = finding.largest;
  const between = say`between ${thePartsWords(finding)}`;
  if (largest === undefined || lead === undefined)
    return say`No ${flowWords(finding)} ${between} is large enough to show`;
  const flow = say`The ${largestWords(finding)} ${flowWords(finding)}`;
  if (lead.kind !== 'clear') return say`${flow}s ${between} were ${tieWords(lead)}`;
  const name = (index: number) =>
    nameFact(finding.places[index]?.spoken ?? '', `/places/${index}/spoken`);
  return say`${flow} ${between} was from ${name(largest.origin)} to ${name(largest.destination)}`;
}

/** The chart's title: the largest flow where one is clear of the others, in sentence case, at most 15 words where names allow. */
export const titleFlows = (finding: FlowsFinding): Sentence =>
  finding.shape === 'ranked' ? titleRanked(finding) : titleMatrix(finding);
