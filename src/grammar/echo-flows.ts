import type { FlowsAsk } from '#src/grammar/ask.ts';
import { dateWords } from '#src/date-words.ts';
import { echoModes } from '#src/grammar/echo-modes.ts';
import { echoWhen } from '#src/grammar/echo-when.ts';
import { listed } from '#src/grammar/listed.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { addDays, mondayOf } from '#src/week.ts';

/** The largest flows, in words that commas join. */
export function echoFlows(ask: FlowsAsk, vocabulary: Vocabulary): readonly (string | undefined)[] {
  return [...sayWay(ask, vocabulary), echoModes(ask, vocabulary), sayPeriod(ask, vocabulary)];
}

function sayWay({ way, place, parts, level }: FlowsAsk, vocabulary: Vocabulary): readonly string[] {
  const name = place === undefined ? '' : spokenName(place, vocabulary);
  const each = level === undefined ? 'each place' : `each ${level}`;
  switch (way) {
    case 'into':
      return [`the largest flows to ${name}`, `from ${each}`];
    case 'outOf':
      return [`the largest flows from ${name}`, `to ${each}`];
    case 'between':
      return level === undefined
        ? [`the largest flows between ${listed(parts.map((part) => spokenName(part, vocabulary)))}`]
        : ['the largest flows', `from ${each} to ${each}`];
    default:
      return way satisfies never;
  }
}

/** Flows without a period are those of the last week. */
function sayPeriod({ since, until }: FlowsAsk, { firstDay, lastDay }: Vocabulary): string {
  const lastMonday = mondayOf(addDays(lastDay, -6));
  if (since === undefined && until === undefined)
    return `in the last week, from ${dateWords(lastMonday)} to ${dateWords(addDays(lastMonday, 6))}`;
  const from = since === undefined ? dateWords(firstDay) : echoWhen(since);
  const comma = since?.event === undefined ? '' : ',';
  return `from ${from}${comma} to ${until === undefined ? dateWords(lastDay) : echoWhen(until)}`;
}
