import type { RankedFlows } from '#src/flows-finding.ts';
import { tooSmallToPublish } from '#src/summary/caveats.ts';
import { isNone, periodWords, whichTrips } from '#src/summary/flows/flows-words.ts';
import { sayLargest, sayShare } from '#src/summary/flows/say-largest.ts';
import { sayLeftOut } from '#src/summary/flows/say-left-out.ts';
import { sayAllWithin, sayWithin } from '#src/summary/flows/say-within.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** Nothing can be told of the trips, and what to ask for instead. */
function sayTooSmall(finding: RankedFlows): readonly Sentence[] {
  const { total, mode } = finding;
  const modes =
    mode === undefined || mode.value === 'all' ? say`` : say` or for all types of transport`;
  if (total.kind === 'published')
    return [
      say`There were no trips${whichTrips(finding)} in ${periodWords(finding)}.`,
      say`You can ask for a longer time${modes}.`,
    ];
  return [
    say`We cannot show trips${whichTrips(finding)} in ${periodWords(finding)}.`,
    tooSmallToPublish,
    say`You can ask for a larger area${modes}.`,
  ];
}

/** There is no other place to name. */
const sayNone = ({ way }: RankedFlows): Sentence =>
  say`These data name no place outside it where trips ${way === 'into' ? 'start' : 'end'}.`;

/** Flows into or out of a place: what stays within it, the largest flows, then what cannot be told. */
export function sayRanked(finding: RankedFlows): readonly Sentence[] {
  const { total, outside, rows } = finding;
  if (total.kind !== 'published' || isNone(total)) return sayTooSmall(finding);
  if (isNone(outside)) return sayAllWithin(finding);
  if (rows.length === 0) return [...sayWithin(finding), ...sayLeftOut(finding), sayNone(finding)];
  return [...sayWithin(finding), sayLargest(finding), ...sayShare(finding), ...sayLeftOut(finding)];
}
