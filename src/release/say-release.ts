import type { RevisionFigures } from '#src/disclosure/revise/revise-leaves.ts';
import type { Released } from './release-dataset.ts';

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const say = (value: number): string => grouped.format(value);
const count = (value: number, one: string, many: string): string =>
  `${say(value)} ${value === 1 ? one : many}`;

/** What the release job did, line by line, for the operator. `durationMs`: the whole job's. */
export function sayRelease(released: Released, durationMs: number): readonly string[] {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  switch (released.kind) {
    case 'alreadyReleased':
      return [`${released.releaseId} was made before, and nothing was drawn (${seconds}).`];
    case 'reworded':
      return [
        `${released.releaseId} has the new names, events and calendar, with the figures it had (${seconds}).`,
      ];
    case 'restored':
      return [
        `The file of ${released.releaseId} was missing and was written again, with the figures it had (${seconds}).`,
      ];
    case 'released':
      return [
        `Made ${released.releaseId} in ${seconds}: ${say(released.rows)} weekly and ${say(released.days)} daily figures.`,
        ...sayDraw(released),
      ];
    default:
      return released satisfies never;
  }
}

function sayDraw({
  base,
  bound,
  privileged,
  otherPolicies,
}: Extract<Released, { kind: 'released' }>): readonly string[] {
  const drawn = `${say(privileged.sensitiveLeaves)} of ${say(privileged.sensitiveLeaves + privileged.exactLeaves)} figures are about too few people: each stands as 0 or ${say(base)} trips.`;
  const error = `The weekly total of a place is within ${say(bound.median)} trips of the truth for half of the places, and within ${say(bound.largest)} for all.`;
  const band = (Math.floor(privileged.withheldTrips / base) + 1) * base;
  const left = `Fewer than ${say(band)} trips were too few even for the largest area and are left out.`;
  const others =
    'These trips were also released under another policy, which real data never are: somebody who holds both knows more than either tells. They are synthetic, so nobody is exposed.';
  return [
    ...(privileged.revision === undefined ? [] : sayRevision(privileged.revision, base)),
    drawn,
    error,
    ...(privileged.withheldTrips > 0 ? [left] : []),
    ...(otherPolicies > 0 ? [others] : []),
  ];
}

/** What came of the changes since the last release. How many figures stay as they were is for the operator alone. */
function sayRevision(
  { weeksAdded, revised, frozen, frozenTrips }: RevisionFigures,
  base: number,
): readonly string[] {
  const weeks =
    weeksAdded === 0 ? 'No week is new' : `${count(weeksAdded, 'week is', 'weeks are')} new`;
  if (revised + frozen === 0) return [`${weeks}. The figures of earlier weeks stay as they were.`];
  const anew = `${count(revised, 'figure', 'figures')} of earlier weeks changed by enough people and ${revised === 1 ? 'is' : 'are'} published anew.`;
  const band = (Math.floor(frozenTrips / base) + 1) * base;
  const kept = `${count(frozen, 'figure', 'figures')} changed by too few people, by fewer than ${say(band)} trips in all, and ${frozen === 1 ? 'stays' : 'stay'} as published until enough has changed. This line is for you alone.`;
  return [`${weeks}.`, ...(revised > 0 ? [anew] : []), ...(frozen > 0 ? [kept] : [])];
}
