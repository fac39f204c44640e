import type { MeasuredChange, TrendFinding } from '#src/finding.ts';
import {
  dateFact,
  nameFact,
  numberFact,
  percentFact,
  weeksFact,
  weekToFact,
} from '#src/summary/facts.ts';
import { isShort } from '#src/summary/is-short.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import { sayRange } from '#src/summary/trend/say-range.ts';
import { trendSubject } from '#src/summary/trend/trend-subject.ts';
import { dayNumber } from '#src/week.ts';

type Since = NonNullable<TrendFinding['since']>;

const percent = (change: MeasuredChange) =>
  percentFact(change.percent.value, '/change/percent/value');
const after = (change: MeasuredChange) => weeksFact(change.afterWeeks, '/change/afterWeeks');
const before = (change: MeasuredChange) => weeksFact(change.beforeWeeks, '/change/beforeWeeks');
const higher = (change: MeasuredChange) => (change.percent.value > 0 ? 'higher' : 'lower');

/** The answer in one clause, without its full stop. */
function lead(finding: TrendFinding, change: MeasuredChange, since: Since): Sentence {
  const subject = trendSubject(finding);
  const date = dateFact(since.date, '/since/date');
  switch (change.verdict) {
    case 'rose':
      return say`${subject} rose by around ${percent(change)} in the ${after(change)} after ${date}`;
    case 'fell':
      return say`${subject} fell by around ${percent(change)} in the ${after(change)} after ${date}`;
    case 'unsure': {
      const weeks = say`in the ${after(change)} after ${date}`;
      return change.percent.value === 0
        ? say`${subject} were at the same level on average ${weeks}`
        : say`${subject} were around ${percent(change)} ${higher(change)} ${weeks}`;
    }
    case 'similar':
      return say`${subject} were similar in the ${after(change)} after ${date} and the ${before(change)} before`;
    default:
      return change.verdict satisfies never;
  }
}

/** The first sentence, with what happened on that date where there is room, or in a sentence of its own. */
function leadSentences(
  finding: TrendFinding,
  change: MeasuredChange,
  since: Since,
): readonly Sentence[] {
  const answer = lead(finding, change, since);
  if (since.event === undefined) return [say`${answer}.`];
  const clause = nameFact(since.event.clause, '/since/event/clause');
  const whole = say`${answer}, when ${clause}.`;
  if (change.verdict !== 'similar' && isShort(whole)) return [whole];
  return [say`${answer}.`, say`On ${dateFact(since.date, '/since/date')}, ${clause}.`];
}

function fewBefore(change: MeasuredChange): readonly Sentence[] {
  if (change.beforeWeeks.length >= change.afterWeeks.length || change.verdict === 'similar')
    return [];
  return [say`We could use only ${before(change)} before that date.`];
}

function roundedToFive(change: MeasuredChange): readonly Sentence[] {
  if (change.percent.to === 1) return [];
  const five = percentFact(change.percent.to, '/change/percent/to');
  return [say`Protection moves these numbers a little, so we round to the nearest ${five}.`];
}

/** Weeks between the date and the last week compared from which on the sentence about their number would mislead. */
const longWait = 8;

/** Holidays can put the weeks after far from the date. */
function farWeeks(change: MeasuredChange, since: Since): readonly Sentence[] {
  const index = change.afterWeeks.length - 1;
  const last = change.afterWeeks[index];
  if (last === undefined || dayNumber(last) - dayNumber(since.date) < 7 * longWait) return [];
  const end = weekToFact(last, `/change/afterWeeks/${index}`);
  return [say`With holidays left out, those weeks run to ${end}.`];
}

/** Trips differ before and after Christmas for reasons of the season. */
export function acrossChristmas(
  { weeks }: TrendFinding,
  change: MeasuredChange,
): readonly Sentence[] {
  const first = change.beforeWeeks[0] ?? '';
  const last = change.afterWeeks.at(-1) ?? '';
  const within = weeks.some(
    ({ week, flag }) => flag?.kind === 'christmas' && week > first && week < last,
  );
  return within
    ? [say`Christmas falls within the weeks compared, and trips differ by season.`]
    : [];
}

function historySentences({
  history,
  verdict,
  percent: { value },
}: MeasuredChange): readonly Sentence[] {
  if (history === undefined) return [];
  const from = '/change/history';
  const weeks = numberFact(history.calendarWeeks, `${from}/calendarWeeks`);
  const size = percentFact(history.mostlyBelow, `${from}/mostlyBelow`);
  const compared = numberFact(history.compared, `${from}/compared`);
  const asLarge = numberFact(history.asLarge, `${from}/asLarge`);
  const usual = say`In the ${weeks} weeks before, changes between ordinary weeks were mostly smaller than ${size}.`;
  if (verdict === 'similar' || value === 0) return [usual];
  return [
    usual,
    history.asLarge === 0
      ? say`Of ${compared} earlier changes, none was as large as this.`
      : say`Of ${compared} earlier changes, ${asLarge} ${history.asLarge === 1 ? 'was' : 'were'} as large as this.`,
  ];
}

function contextSentence({ context }: TrendFinding): readonly Sentence[] {
  if (context === undefined) return [];
  const date = dateFact(context.event.date, '/context/event/date');
  const clause = nameFact(context.event.clause, '/context/event/clause');
  const { value } = context.percent;
  const size = percentFact(value, '/context/percent/value');
  const level =
    value === 0
      ? say`at the same level as`
      : say`around ${size} ${value > 0 ? 'above' : 'below'} the level`;
  return [say`In those weeks trips were ${level} before ${date}, when ${clause}.`];
}

/** Sentences on a comparison around a date: the answer first, then how sure we are, then what to hold it against. */
export function sayMeasured(
  finding: TrendFinding,
  change: MeasuredChange,
  since: Since,
): readonly Sentence[] {
  return [
    ...leadSentences(finding, change, since),
    sayRange(change),
    ...fewBefore(change),
    ...farWeeks(change, since),
    ...acrossChristmas(finding, change),
    ...roundedToFive(change),
    ...historySentences(change),
    ...contextSentence(finding),
  ];
}
