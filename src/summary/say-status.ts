import type { StatusFinding } from '#src/finding.ts';
import { syntheticCaveat } from '#src/summary/caveats.ts';
import { dateWords } from '#src/date-words.ts';
import { dateFact, nameFact, numberFact, tripsFact, tripsWords } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import type { Table } from '#src/summary/table.ts';

/** What answers come from, in sentences. */
export function sayStatus({ release, weeks, areas }: StatusFinding): readonly Sentence[] {
  const from = dateFact(release.firstDay, '/release/firstDay');
  const to = dateFact(release.lastDay, '/release/lastDay');
  const threshold = numberFact(release.threshold, '/release/threshold');
  return [
    say`The data run from ${from} to ${to}: ${numberFact(weeks, '/weeks')} whole weeks, in ${numberFact(areas, '/areas')} places.`,
    say`Answers come from release ${nameFact(release.releaseId, '/release/releaseId')}.`,
    say`A flow counted from fewer than ${threshold} devices in a week is published as no trips or ${tripsFact(release.base, '/release/base')} trips, drawn at random.`,
    say`Totals stay close to the truth, and no answer can show a small number.`,
    ...(release.attackedBlocks > 0
      ? [
          say`Before it was published, every figure was checked and ${numberFact(release.attackedBlocks, '/release/attackedBlocks')} parts of it were attacked; no attack succeeded.`,
        ]
      : []),
    ...(release.synthetic ? [syntheticCaveat] : []),
  ];
}

/** The release's own description of itself. */
export const tableStatus = ({ release, weeks, areas }: StatusFinding): Table => ({
  caption: 'The release that answers come from',
  columns: ['What', 'Value'],
  rows: [
    ['Release', release.releaseId],
    ['Source', release.source],
    ['First day', dateWords(release.firstDay)],
    ['Last day', dateWords(release.lastDay)],
    ['Weeks', String(weeks)],
    ['Places', String(areas)],
    ['Devices below which a flow is protected', String(release.threshold)],
    ['Trips that a protected flow is published as', `none or ${tripsWords(release.base)}`],
    ['Trips are rounded to', String(release.rounding)],
    ['Policy', release.policyHash.slice(0, 12)],
    ['Key', release.keyId],
  ],
  key: Array.from({ length: 11 }, (_, index) => index),
});
