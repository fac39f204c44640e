import type { TrendFinding } from '#src/finding.ts';
import { nameFact, rangeWords, weekToFact } from '#src/summary/facts.ts';
import { lowerFirst } from '#src/summary/lower-first.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** "all transport" or "by rail and Tube", where the release declares several modes. */
function byMode({ mode }: TrendFinding): Sentence {
  if (mode === undefined) return say``;
  const label = { ...nameFact(mode.label, '/mode/label'), shown: lowerFirst(mode.label) };
  return mode.value === 'all' ? say`, ${label}` : say` by ${label}`;
}

/** How sure we are, since a picture that is passed on stands alone. */
function likelyRange({ change, since }: TrendFinding): Sentence {
  const range = change?.kind === 'measured' && since !== undefined ? change.range : undefined;
  return range === undefined
    ? say``
    : say`. Likely range of the change: ${rangeWords(range, '/change/range')}`;
}

/** The chart's subtitle: measure, unit, geography, period, and the likely range. */
export function subtitleTrend(finding: TrendFinding): Sentence {
  const { spoken, weeks } = finding;
  const index = weeks.length - 1;
  const from = weekToFact(weeks[0]?.week ?? '', '/weeks/0/week');
  const to = weekToFact(weeks[index]?.week ?? '', `/weeks/${index}/week`);
  const measure = say`Trips a week that end in ${nameFact(spoken, '/spoken')}${byMode(finding)}`;
  return say`${measure}, weeks ending ${from} to ${to}${likelyRange(finding)}`;
}

/** What the band means, beside it. */
export const usualLabel: Sentence = say`Expected average had nothing changed`;

/** The unit of the vertical axis. */
export const unitTrend: Sentence = say`Trips a week`;

/** The footer: how to read the marks, then the source, the release and, where so, that the data are invented. */
export function footerTrend(
  { weeks, periods, release }: TrendFinding,
  startsAtZero: boolean,
): readonly Sentence[] {
  const grey = weeks.some(({ flag }) => flag !== undefined && flag.kind !== 'suppressed');
  const withheld = weeks.some(({ trips }) => trips.kind === 'suppressed');
  const reading = [
    grey
      ? say`${periods.length > 0 ? 'Darker grey' : 'Grey'}: weeks with holidays, which are not compared.`
      : undefined,
    startsAtZero ? undefined : say`The axis does not start at zero.`,
    withheld ? say`[c]: withheld to protect people.` : undefined,
  ].filter((sentence) => sentence !== undefined);
  const key =
    reading.length === 0 ? [] : [reading.reduce((line, sentence) => say`${line} ${sentence}`)];
  const source = say`Source: ${nameFact(release.source, '/release/source')}. Release ${nameFact(release.releaseId, '/release/releaseId')}.`;
  return [...key, release.synthetic ? say`${source} Not real trips.` : source];
}
