import type { FlowsFinding } from '#src/flows-finding.ts';
import { nameFact, numberFact } from '#src/summary/facts.ts';
import { listWords } from '#src/summary/list-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** Reasons, and places, that are named. */
const named = 2;

function reasons({ period }: FlowsFinding): Sentence {
  const labels = period.labels
    .slice(0, named)
    .map((label, index) => say`${nameFact(label, `/period/labels/${index}`)}`);
  const more = period.labels.length > named ? [say`others`] : [];
  return listWords([...labels, ...more]);
}

/** That the numbers are averages, and which weeks of the period are not ordinary. */
export function sayPeriod(finding: FlowsFinding): readonly Sentence[] {
  const { weeks, flagged } = finding.period;
  const many = weeks.length > 1;
  const average = many ? [say`These are averages over those weeks.`] : [];
  if (flagged.length === 0) return average;
  const count = numberFact(flagged.length, '/period/flagged/length');
  const where = placesWords(finding);
  const which = many
    ? say`${count} of the weeks ${flagged.length === 1 ? 'is' : 'are'} not ordinary (${reasons(finding)}).`
    : say`${where === undefined ? 'That' : 'that'} week is not ordinary (${reasons(finding)}).`;
  return [...average, where === undefined ? which : say`${where}, ${which}`];
}

/** "In Scotland" where only some of the places have weeks that are not ordinary. */
function placesWords(finding: FlowsFinding): Sentence | undefined {
  const { places } = finding.period;
  const asked = finding.shape === 'matrix' ? finding.places.length : 1;
  if (places.length === asked) return undefined;
  if (places.length === 0) return say`In some or all of these places`;
  if (places.length > named) return say`In some of these places`;
  return say`In ${listWords(places.map((place, index) => say`${nameFact(place, `/period/places/${index}`)}`))}`;
}
