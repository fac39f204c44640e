import type { DayFinding } from '#src/day-finding.ts';
import { factsWithin } from '#src/summary/facts-within.ts';
import { dateFact, rangeWords } from '#src/summary/facts.ts';
import { footerText, sayWithheldMark } from '#src/summary/footer-text.ts';
import { modeFact } from '#src/summary/mode-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { endsInFull } from '#src/summary/trend/trend-subject.ts';

/** "Trips a day that end in London, all transport". */
function measure({ trend }: DayFinding): Sentence {
  const where = factsWithin(endsInFull(trend.ends), '/trend');
  return trend.mode === undefined
    ? say`Trips a day ${where}`
    : say`Trips a day ${where}, ${modeFact(trend.mode, '/trend/mode/label')}`;
}

/** A picture that is passed on stands alone: it says what is compared, and how sure we are. */
function compared({ trend: { change, since } }: DayFinding): Sentence {
  if (change?.kind !== 'measured') return say``;
  const range = since === undefined ? undefined : change.range;
  return range === undefined
    ? say`. Whole weeks are compared`
    : say`. Whole weeks are compared; likely range of the change: ${rangeWords(range, '/trend/change/range')}`;
}

/** The chart's subtitle: measure, unit, geography, period, and the likely range. */
export function subtitleDays(finding: DayFinding): Sentence {
  const { days } = finding;
  const index = days.length - 1;
  const from = dateFact(days[0]?.date ?? '', '/days/0/date');
  const to = dateFact(days[index]?.date ?? '', `/days/${index}/date`);
  return say`${measure(finding)}, ${from} to ${to}${compared(finding)}`;
}

/** The unit of the vertical axis. */
export const unitDays: Sentence = say`Trips a day`;

/** What a chart shows that a reader must be told of. */
type Marks = { readonly startsAtZero: boolean; readonly weekends: boolean };

/** The footer: how to read the marks, then the source, the release and, where so, that the data are invented. */
export function footerDays(
  { days, release }: DayFinding,
  { startsAtZero, weekends }: Marks,
): readonly Sentence[] {
  const has = (kind: string) => days.some(({ trips }) => trips.kind === kind);
  const grey = days.some(({ flag }) => flag !== undefined && flag.kind !== 'suppressed');
  const reading = [
    weekends ? say`Shaded: weekends.` : undefined,
    grey ? say`Grey line: weeks with holidays, which are not compared.` : undefined,
    startsAtZero ? undefined : say`The axis does not start at zero.`,
    has('suppressed') ? sayWithheldMark : undefined,
    has('notApplicable') ? say`Gap: no figures by day.` : undefined,
  ];
  return footerText(reading, release);
}
