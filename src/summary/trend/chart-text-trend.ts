import type { TrendFinding } from '#src/finding.ts';
import { nameFact, weekToFact } from '#src/summary/facts.ts';
import { lowerFirst } from '#src/summary/trend/trend-subject.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** The chart's subtitle: measure, unit, geography, period. */
export function subtitleTrend({ spoken, mode, weeks }: TrendFinding): Sentence {
  const index = weeks.length - 1;
  const from = weekToFact(weeks[0]?.week ?? '', '/weeks/0/week');
  const to = weekToFact(weeks[index]?.week ?? '', `/weeks/${index}/week`);
  const modes =
    mode === undefined
      ? say``
      : say`, ${{ ...nameFact(mode.label, '/mode/label'), shown: lowerFirst(mode.label) }}`;
  return say`Trips a week that end in ${nameFact(spoken, '/spoken')}${modes}, weeks to ${from} to ${to}`;
}

/** What the band means, beside it. */
export const usualLabel: Sentence = say`Expected range had nothing changed`;

/** The unit of the vertical axis. */
export const unitTrend: Sentence = say`Trips a week`;

/** The footer: how to read the marks, then the source, the release and, where so, that the data are invented. */
export function footerTrend({ weeks, usual, release }: TrendFinding): readonly Sentence[] {
  const grey = weeks.some(({ flag }) => flag !== undefined && flag.kind !== 'suppressed');
  const withheld = weeks.some(({ trips }) => trips.kind === 'suppressed');
  const reading = [
    grey ? say`Grey: weeks with holidays, which are not compared.` : undefined,
    usual === undefined
      ? undefined
      : say`Blue band: where weeks would be expected had nothing changed.`,
    withheld ? say`[c]: withheld to protect people.` : undefined,
  ].filter((sentence) => sentence !== undefined);
  const key =
    reading.length === 0 ? [] : [reading.reduce((line, sentence) => say`${line} ${sentence}`)];
  const source = say`Source: ${nameFact(release.source, '/release/source')}. Release ${nameFact(release.releaseId, '/release/releaseId')}.`;
  return [...key, release.synthetic ? say`${source} Not real trips.` : source];
}
