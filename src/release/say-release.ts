import type { Released } from './release-dataset.ts';

const grouped = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const say = (value: number): string => grouped.format(value);

/** What the release job did, line by line, for the operator. `durationMs`: the whole job's. */
export function sayRelease(released: Released, durationMs: number): readonly string[] {
  const seconds = `${(durationMs / 1000).toFixed(1)} s`;
  switch (released.kind) {
    case 'alreadyReleased':
      return [
        `${released.releaseId} was already released and is live. Nothing was drawn (${seconds}).`,
      ];
    case 'reworded':
      return [
        `${released.releaseId} has the new names, events and calendar, with the figures it had (${seconds}).`,
      ];
    case 'released':
      return [
        `Released ${released.releaseId} in ${seconds}: ${say(released.rows)} weekly and ${say(released.days)} daily figures.`,
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
    'These trips were also released under another policy: somebody who holds both knows more than either tells.';
  return [
    drawn,
    error,
    ...(privileged.withheldTrips > 0 ? [left] : []),
    ...(otherPolicies > 0 ? [others] : []),
  ];
}
