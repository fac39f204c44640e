import type { MeasuredChange, TrendFinding } from '#src/finding.ts';
import {
  dateFact,
  nameFact,
  numberFact,
  percentFact,
  rangeWords,
  weeksFact,
} from '#src/summary/facts.ts';
import { countWords, say, type Sentence } from '#src/summary/sentence.ts';
import { trendSubject } from '#src/summary/trend/trend-subject.ts';

type Since = NonNullable<TrendFinding['since']>;

/** Longest sentence, in words. */
const longest = 25;

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
    case 'unsure':
      return say`${subject} were around ${percent(change)} ${higher(change)} in the ${after(change)} after ${date}`;
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
  if (change.verdict !== 'similar' && countWords(whole.text) <= longest) return [whole];
  return [say`${answer}.`, say`On ${dateFact(since.date, '/since/date')}, ${clause}.`];
}

function rangeSentence(change: MeasuredChange): Sentence {
  const { range, verdict } = change;
  if (range === undefined) {
    const size =
      change.percent.value === 0
        ? say`There was no change on average`
        : say`They were around ${percent(change)} ${higher(change)}`;
    return verdict === 'similar'
      ? say`${size}, and we have too few earlier weeks to give a likely range.`
      : say`We have too few earlier weeks to give a likely range.`;
  }
  const likely =
    range.low === range.high ? say`within rounding of that` : rangeWords(range, '/change/range');
  if (verdict === 'rose' || verdict === 'fell') return say`The likely range is ${likely}.`;
  if (verdict === 'similar') {
    return change.percent.value === 0
      ? say`There was no change on average, and the likely range is ${likely}.`
      : say`They were around ${percent(change)} ${higher(change)}, and the likely range is ${likely}.`;
  }
  const moved = change.percent.value > 0 ? 'rose' : 'fell';
  return range.low > 0 || range.high < 0
    ? say`The likely range is ${likely}, but protecting people could account for much of it, so we cannot be sure that trips ${moved}.`
    : say`The likely range is ${likely}, so we cannot be sure that trips ${moved}.`;
}

function fewBefore(change: MeasuredChange): readonly Sentence[] {
  if (change.beforeWeeks.length >= change.afterWeeks.length || change.verdict === 'similar')
    return [];
  return [say`We could use only ${before(change)} before that date.`];
}

function roundedToFive(change: MeasuredChange): readonly Sentence[] {
  if (change.percent.to === 1) return [];
  return [
    say`The numbers are small, so we round to the nearest ${percentFact(change.percent.to, '/change/percent/to')}.`,
  ];
}

function historySentences({ history, verdict }: MeasuredChange): readonly Sentence[] {
  if (history === undefined) return [];
  const from = '/change/history';
  const weeks = numberFact(history.calendarWeeks, `${from}/calendarWeeks`);
  const size = percentFact(history.mostlyBelow, `${from}/mostlyBelow`);
  const compared = numberFact(history.compared, `${from}/compared`);
  const asLarge = numberFact(history.asLarge, `${from}/asLarge`);
  const usual = say`In the ${weeks} weeks before, changes between ordinary weeks were mostly smaller than ${size}.`;
  if (verdict === 'similar') return [usual];
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
  return [say`They were ${level} before ${date}, when ${clause}.`];
}

/** Sentences on a comparison around a date: the answer first, then how sure we are, then what to hold it against. */
export function sayMeasured(
  finding: TrendFinding,
  change: MeasuredChange,
  since: Since,
): readonly Sentence[] {
  return [
    ...leadSentences(finding, change, since),
    rangeSentence(change),
    ...fewBefore(change),
    ...roundedToFive(change),
    ...historySentences(change),
    ...contextSentence(finding),
  ];
}
