import type { TrendFinding } from '#src/finding.ts';
import { nameFact, rangeWords, weekToFact } from '#src/summary/facts.ts';
import { footerText, sayWithheldMark } from '#src/summary/footer-text.ts';
import { allModes, byMode } from '#src/summary/mode-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { endsInFull } from '#src/summary/trend/trend-subject.ts';

/** How sure we are, since a picture that is passed on stands alone. */
function likelyRange({ change, since }: TrendFinding): Sentence {
  const range = change?.kind === 'measured' && since !== undefined ? change.range : undefined;
  return range === undefined
    ? say``
    : say`. Likely range of the change: ${rangeWords(range, '/change/range')}`;
}

/** The chart's subtitle: measure, unit, geography, period, and the likely range. */
export function subtitleTrend(finding: TrendFinding): Sentence {
  const { ends, weeks, mode } = finding;
  const index = weeks.length - 1;
  const from = weekToFact(weeks[0]?.week ?? '', '/weeks/0/week');
  const to = weekToFact(weeks[index]?.week ?? '', `/weeks/${index}/week`);
  const measure = say`Trips a week ${endsInFull(ends)}${byMode(mode)}${allModes(mode)}`;
  return say`${measure}, weeks ending ${from} to ${to}${likelyRange(finding)}`;
}

/** What the band means, beside it. */
export const usualLabel: Sentence = say`Expected average had nothing changed`;

/** The unit of the vertical axis. */
export const unitTrend: Sentence = say`Trips a week`;

/** The footer: how to read the marks, then the source, the release and, where so, that the data are invented. */
export function footerTrend(
  { weeks, periods, release, change, partly }: TrendFinding,
  startsAtZero: boolean,
): readonly Sentence[] {
  const grey = weeks.some(({ flag }) => flag !== undefined && flag.kind !== 'suppressed');
  const withheld = weeks.some(({ trips }) => trips.kind === 'suppressed');
  const reading = [
    grey
      ? say`${periods.length > 0 ? 'Darker grey' : 'Grey'}: weeks with holidays, which are not compared.`
      : undefined,
    startsAtZero ? undefined : say`The axis does not start at zero.`,
    change?.kind === 'partlyKnown' && partly !== undefined
      ? say`Known trips: others are counted as ${nameFact(partly.rest, '/partly/rest')}.`
      : undefined,
    withheld ? sayWithheldMark : undefined,
  ];
  return footerText(reading, release);
}
