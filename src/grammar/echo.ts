import type { Ask, Reading, When } from '#src/grammar/ask.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import { dateWords } from '#src/date-words.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { lowerFirst } from '#src/summary/lower-first.ts';

/** How a question was read, in a sentence, and after it everything that was guessed or ignored. Empty where there was nothing to read. */
export function echo({ ask, notes }: Reading, vocabulary: Vocabulary): string {
  const read = sayAsk(ask, vocabulary);
  return [...(read === '' ? [] : [`I read this as: ${read}.`]), ...notes].join(' ');
}

function sayAsk(ask: Ask, vocabulary: Vocabulary): string {
  switch (ask.command) {
    case 'help':
    case 'status':
      return '';
    case 'events':
      return ask.region === undefined
        ? 'the list of events'
        : `the list of events in ${spokenName(ask.region, vocabulary)}`;
    case 'trend':
      return sayTrend(ask, vocabulary);
    default:
      return ask satisfies never;
  }
}

function sayTrend(
  { region, since, until, mode }: Extract<Ask, { command: 'trend' }>,
  vocabulary: Vocabulary,
): string {
  const transport = mode === undefined ? 'all transport' : `by ${lowerFirst(mode.label)}`;
  const parts = [
    `trips that end in ${spokenName(region, vocabulary)}`,
    'those within it included',
    vocabulary.modes.length > 1 ? transport : undefined,
    since && `since ${sayWhen(since)}`,
    until && `until ${sayWhen(until)}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function sayWhen({ date, event }: When): string {
  return event === undefined ? dateWords(date) : `${dateWords(date)}, when ${event.clause}`;
}
