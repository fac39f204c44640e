import type { RankedFlows } from '#src/flows-finding.ts';
import {
  about,
  cellFact,
  periodWords,
  tripsAWeek,
  whichTrips,
} from '#src/summary/flows/flows-words.ts';
import { isShort } from '#src/summary/is-short.ts';
import { say, type Fact, type Sentence } from '#src/summary/sentence.ts';

/** Whether only a part of all the trips is known: those that end in a place are complete. */
const isPart = ({ way, partly }: RankedFlows): boolean => way === 'outOf' && partly !== undefined;

const allTrips = (finding: RankedFlows, all: Fact): Sentence =>
  say`${about(isPart(finding))} ${all} ${tripsAWeek(finding)}${whichTrips(finding)}`;

/** All trips, none of which has an end outside the place. */
export function sayAllWithin(finding: RankedFlows): readonly Sentence[] {
  const all = cellFact(finding.total, '/total');
  if (all === undefined) return [];
  return [
    ...withPeriod(say`There were ${allTrips(finding, all)}`, periodWords(finding)),
    say`All of them also ${finding.way === 'into' ? 'started' : 'ended'} there.`,
  ];
}

/** All trips, and those within the place, which are no flow. */
export function sayWithin(finding: RankedFlows): readonly Sentence[] {
  const { way, total, within, partly } = finding;
  const all = cellFact(total, '/total');
  if (all === undefined) return [];
  const trips = allTrips(finding, all);
  const inside = cellFact(within, '/within');
  const other = way === 'into' ? 'started' : 'ended';
  const when = periodWords(finding);
  const start = withPeriod(say`There were ${trips}`, when);
  if (inside === undefined)
    return [...start, say`Those that also ${other} there are too few to show.`];
  const stayed =
    inside.shown === all.shown
      ? say`nearly all also ${other} there`
      : say`${about(partly !== undefined)} ${inside} also ${other} there`;
  const whole = isPart(finding)
    ? say`There were ${trips} in ${when}; ${stayed}.`
    : say`Of ${trips} in ${when}, ${stayed}.`;
  const parted = [...start, say`Of these, ${stayed}.`];
  return isShort(whole) ? [whole] : parted;
}

/** The period in the same sentence where there is room, else in one of its own. */
function withPeriod(clause: Sentence, when: Sentence): readonly Sentence[] {
  const whole = say`${clause} in ${when}.`;
  return isShort(whole) ? [whole] : [say`${clause}.`, say`That is for ${when}.`];
}
