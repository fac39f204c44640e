import type { CompareFinding } from '#src/compare-finding.ts';
import { isWithheld, noteWords } from '#src/summary/compare/note-words.ts';
import { dateFact, numberFact, weekToFact } from '#src/summary/facts.ts';
import { footerText, sayWithheldMark } from '#src/summary/footer-text.ts';
import { decimalPercentFact } from '#src/summary/method/decimal-fact.ts';
import { allModes, byMode } from '#src/summary/mode-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { endsInFull } from '#src/summary/trend/trend-subject.ts';

function measure({ of, ends, mode }: CompareFinding): Sentence {
  const by = say`${byMode(mode)}${allModes(mode)}`;
  if (of === 'place') return say`Change in trips a week that end in each place${by}`;
  return of === 'mode'
    ? say`Change in trips a week ${endsInFull(ends)}, by type of transport`
    : say`Change in trips a day ${endsInFull(ends)}, by day of the week${by}`;
}

function period({ asked, dates, lastWeek, weeks }: CompareFinding): Sentence {
  const [date] = dates;
  if (asked === 'latest') {
    const most = numberFact(weeks?.before.most ?? 0, '/weeks/before/most');
    const against = weeks === undefined ? say`` : say` against the ${most} ordinary weeks before`;
    return say`week to ${weekToFact(lastWeek, '/lastWeek')}${against}`;
  }
  return dates.length === 1 && date !== undefined
    ? say`ordinary weeks after ${dateFact(date.date, '/dates/0/date')} against those before`
    : say`ordinary weeks after each place's own date against those before`;
}

/** The chart's subtitle: measure, unit, geography and period. */
export const subtitleCompare = (finding: CompareFinding): Sentence =>
  say`${measure(finding)}, ${period(finding)}`;

/** The words beside the marks. */
export function markWords({ asked, lastWeek }: CompareFinding) {
  const both = { range: say`Likely range`, change: say`Change` };
  return asked === 'date'
    ? { ...both, before: say`Before`, after: say`After` }
    : { ...both, before: say`Usual`, after: say`Week to ${weekToFact(lastWeek, '/lastWeek')}` };
}

/** What stands in the place of the marks of each row that has no figure: "[c] too small to say". */
export const rowNotes = ({ items }: CompareFinding): readonly (string | undefined)[] =>
  items.map((item) => (isWithheld(item) ? `[c] ${noteWords(item)}` : noteWords(item)));

/** The footer: how to read the marks, then the source, the release and, where so, that the data are invented. `clipped`: a likely range goes beyond the axis. */
export function footerCompare(finding: CompareFinding, clipped: boolean): readonly Sentence[] {
  const { items, release, likelyPercent } = finding;
  const ranged = items.some(
    ({ change }) => change.kind === 'measured' && change.range !== undefined,
  );
  const likely = decimalPercentFact(likelyPercent, '/likelyPercent');
  const unknown = items.some(
    ({ change }) => change.kind === 'measured' && change.range === undefined,
  );
  const reading = [
    say`Each row starts from its own level before.`,
    ranged ? say`The likely range (${likely}) comes from earlier changes.` : undefined,
    clipped ? say`An arrow: the likely range goes on beyond the chart.` : undefined,
    unknown ? say`[x]: too few earlier weeks for a likely range.` : undefined,
    items.some(isWithheld) ? sayWithheldMark : undefined,
  ];
  return footerText(reading, release);
}
