import { dateWords } from '#src/date-words.ts';
import type { FlowsAsk } from '#src/grammar/ask.ts';
import type { Asked } from '#src/grammar/asked.ts';
import { type Period, weekOf } from '#src/grammar/calendar-period.ts';
import { periodWords } from '#src/grammar/period-words.ts';
import { checkDates } from '#src/grammar/check-dates.ts';
import { settlePeriod } from '#src/grammar/settle-period.ts';
import { refused, type Settled, settled } from '#src/grammar/settled.ts';
import { settleWhen } from '#src/grammar/settle-when.ts';
import { usage } from '#src/grammar/usage.ts';
import { noWeekWithin, type Refusal } from '#src/refusal.ts';
import { addDays, type IsoDate, mondayOf } from '#src/week.ts';

/** The period that flows are counted over: whole weeks, or the last one where nothing is said. */
export function settleFlowPeriod(
  way: Pick<FlowsAsk, 'way' | 'place' | 'parts' | 'level'>,
  asked: Asked,
): Settled<Pick<FlowsAsk, 'since' | 'until'>> {
  const { lexicon } = asked;
  const wishes = settlePeriod(asked, 'week');
  if (wishes.kind === 'refused') return wishes;
  const places = way.place === undefined ? way.parts : [way.place];
  const undated = () => usage(flowsOver(way, undefined), lexicon.vocabulary);
  const since = settleWhen(wishes.value.since, 'since', places, lexicon, { undated });
  if (since.kind === 'refused') return since;
  const until = settleWhen(wishes.value.until, 'until', places, lexicon, { undated });
  if (until.kind === 'refused') return until;
  const period = { since: since.value, until: until.value };
  const { firstDay, lastDay } = lexicon.vocabulary;
  const [from, to] = [since.value?.date ?? firstDay, until.value?.date ?? lastDay];
  const clash = checkDates(since.value?.date, until.value?.date, undated, lexicon.vocabulary);
  if (clash !== undefined) return refused(clash);
  if (holdsWeek(from, to)) return settled(period, wishes.notes);
  const example = usage(flowsOver(way, weekOf(from)), lexicon.vocabulary);
  return refused(noWeek(from, to, example));
}

/** Whether a whole week from Monday to Sunday lies in a period. */
function holdsWeek(from: IsoDate, to: IsoDate): boolean {
  return addDays(mondayOf(addDays(from, 6)), 6) <= to;
}

/** The same flows over a period, or over the last week. */
function flowsOver(
  way: Pick<FlowsAsk, 'way' | 'place' | 'parts' | 'level'>,
  period: Period | undefined,
): FlowsAsk {
  const since = period && { date: period.from, event: undefined };
  const until = period && { date: period.to, event: undefined };
  return { command: 'flows', ...way, modes: [], since, until, show: undefined };
}

function noWeek(from: IsoDate, to: IsoDate, example: string): Refusal {
  const around = [weekOf(from), weekOf(to)].map((week) => periodWords(week.from, week.to));
  return noWeekWithin(dateWords(from), dateWords(to), [...new Set(around)], example);
}
