import type { FlowsFinding, RankedFlows } from '#src/flows-finding.ts';
import { barsOf } from '#src/statistics/flows/drawn-bars.ts';
import { altText } from '#src/summary/alt-text.ts';
import { numberFact } from '#src/summary/facts.ts';
import { barWords } from '#src/summary/flows/bar-words.ts';
import { partsWords, periodWords, tripsAWeek, whichTrips } from '#src/summary/flows/flows-words.ts';
import { sayMatrix } from '#src/summary/flows/say-matrix.ts';
import { titleFlows } from '#src/summary/flows/title-flows.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** Bars that are read out. */
const readOut = 5;

function altRanked(finding: RankedFlows): readonly Sentence[] {
  const [first, ...others] = barWords(finding)
    .slice(0, readOut)
    .map(({ name, trips }) => say`${name} ${trips}`);
  const bars = first && others.reduce((text, bar) => say`${text}; ${bar}`, first);
  const isWithheld = barsOf(finding, 'drawn').some(({ trips }) => trips.kind === 'suppressed');
  const ends = finding.way === 'into' ? 'where they started' : 'where they ended';
  return [
    say`Bar chart of ${tripsAWeek(finding)}${whichTrips(finding)} by ${ends}, for ${periodWords(finding)}.`,
    say`${titleFlows(finding)}.`,
    ...(bars === undefined ? [] : [say`The first bars: ${bars}.`]),
    ...(isWithheld ? [say`Some flows are withheld to protect people and shown as [c].`] : []),
  ];
}

/** The chart in words for those who do not see it: what it shows, the largest flows, what is withheld, where the table is. At most 2,000 characters. */
export function altFlows(finding: FlowsFinding): Sentence {
  const sentences =
    finding.shape === 'ranked'
      ? altRanked(finding)
      : [
          say`Grid of ${tripsAWeek(finding)} from each of ${numberFact(finding.places.length, '/places/length')} ${partsWords(finding)} to each, for ${periodWords(finding)}.`,
          ...sayMatrix(finding),
        ];
  return altText(sentences);
}
