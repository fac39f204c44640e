import type { StatusFinding } from '#src/finding.ts';
import { syntheticCaveat } from '#src/summary/caveats.ts';
import { dateWords } from '#src/date-words.ts';
import { dateFact, nameFact, numberFact } from '#src/summary/facts.ts';
import { sayProtection } from '#src/summary/say-protection.ts';
import { protectionRows } from '#src/summary/protection-rows.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import type { Table } from '#src/summary/table.ts';

/** What answers come from, in sentences. */
export function sayStatus(finding: StatusFinding): readonly Sentence[] {
  const { release, weeks, areas } = finding;
  const from = dateFact(release.firstDay, '/release/firstDay');
  const to = dateFact(release.lastDay, '/release/lastDay');
  return [
    say`The data run from ${from} to ${to}: ${numberFact(weeks, '/weeks')} whole weeks, in ${numberFact(areas, '/areas')} places.`,
    say`Answers come from release ${nameFact(release.releaseId, '/release/releaseId')}.`,
    sayProtection(finding),
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
    ...protectionRows(release).map(([what, value]) => [what, value]),
    ['Policy', release.policyHash.slice(0, 12)],
    ['Key', release.keyId],
  ],
  key: Array.from({ length: 11 }, (_, index) => index),
});
