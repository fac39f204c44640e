import type { RankedFlows } from '#src/flows-finding.ts';
import { namedFlows } from '#src/statistics/flows/find-lead.ts';
import { nameFact, percentFact } from '#src/summary/facts.ts';
import { about, cellFact, isNone } from '#src/summary/flows/flows-words.ts';
import { largestWords, leadLists, tieWords } from '#src/summary/flows/lead-words.ts';
import { firstShort } from '#src/summary/is-short.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** The largest flows with another place, as many as are clear of all others and a sentence has room for. */
export function sayLargest(finding: RankedFlows): Sentence {
  const { way, atLeast, lead } = finding;
  const [outside, to] = way === 'into' ? ['from outside', 'from'] : ['to other places', 'to'];
  const largest = largestRows(finding);
  const [first] = largest;
  if (first === undefined || lead === undefined)
    return say`No flow ${outside} is large enough to show by itself.`;
  const known = largestWords(finding);
  const items = largest.map(({ name, trips }, at) =>
    at === 0 ? say`${name} (${about(atLeast)} ${trips})` : say`${name} (${trips})`,
  );
  const many = leadLists(lead, items).map((list) =>
    lead.kind === 'clear'
      ? say`The ${known} flows ${outside} were ${to} ${list}.`
      : say`The ${known} flows ${outside} were ${to} ${list}, ${tieWords(lead)}.`,
  );
  if (lead.kind !== 'clear') return firstShort(many);
  const one = say`The ${known} flow ${outside} was ${to} ${first.name}, ${about(atLeast)} ${first.trips}.`;
  return firstShort(many.map((list, at) => (lead.counts[at] === 1 ? one : list)));
}

/** The largest flows shown with a single place, by name. */
const largestRows = ({ rows }: RankedFlows) =>
  rows
    .map(({ end, trips }, index) => ({
      kind: end.kind,
      name: nameFact(end.spoken, `/rows/${index}/end/spoken`),
      trips: isNone(trips) ? undefined : cellFact(trips, `/rows/${index}/trips`),
    }))
    .flatMap(({ kind, name, trips }) =>
      kind === 'place' && trips !== undefined ? [{ name, trips }] : [],
    )
    .slice(0, namedFlows);

/** The largest flow's part of all that come or go. */
export function sayShare({ rows, way, lead }: RankedFlows): readonly Sentence[] {
  const [first] = rows;
  if (lead?.kind !== 'clear') return [];
  if (first?.percent === undefined || first.end.kind !== 'place') return [];
  const share = percentFact(first.percent.value, '/rows/0/percent/value');
  const name = nameFact(first.end.spoken, '/rows/0/end/spoken');
  const [outside, ended] =
    way === 'into' ? ['from outside', 'started'] : ['to other places', 'ended'];
  const said = say`Around ${share} of the trips ${outside} ${ended} in ${name}.`;
  if (first.percent.to === 1) return [said];
  const five = percentFact(first.percent.to, '/rows/0/percent/to');
  return [said, say`Protection moves these numbers a little, so we round to the nearest ${five}.`];
}
