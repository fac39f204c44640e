import type { Ask, DataAsk, Reading } from '#src/grammar/ask.ts';
import { echoCompare } from '#src/grammar/echo-compare.ts';
import { echoFlows } from '#src/grammar/echo-flows.ts';
import { echoTrend } from '#src/grammar/echo-trend.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { sayDateOfEnds } from '#src/grammar/say-date-of-ends.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** How a question was read, in a sentence, and after it everything that was guessed or ignored. Empty where there was nothing to read. */
export function echo({ ask, notes }: Reading, vocabulary: Vocabulary): string {
  const read = sayAsk(ask, vocabulary);
  const data = ask.command === 'method' ? ask.about : ask;
  const dates = data?.command === 'trend' ? sayDateOfEnds(data, lexiconOf(vocabulary)) : [];
  return [...(read === '' ? [] : [`I read this as: ${read}.`]), ...dates, ...notes].join(' ');
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
    case 'method': {
      const about = ask.about && sayData(ask.about, vocabulary);
      return about === undefined
        ? 'how answers are worked out'
        : `how this is worked out: ${about}`;
    }
    case 'trend':
    case 'compare':
    case 'flows':
      return sayData(ask, vocabulary);
    default:
      return ask satisfies never;
  }
}

function sayData(ask: DataAsk, vocabulary: Vocabulary): string {
  const parts = partsOf(ask, vocabulary);
  const table = ask.show === 'table' ? 'as a table' : undefined;
  return [...parts, table].filter((part) => part !== undefined).join(', ');
}

function partsOf(ask: DataAsk, vocabulary: Vocabulary): readonly (string | undefined)[] {
  switch (ask.command) {
    case 'trend':
      return echoTrend(ask, vocabulary);
    case 'compare':
      return echoCompare(ask, vocabulary);
    case 'flows':
      return echoFlows(ask, vocabulary);
    default:
      return ask satisfies never;
  }
}
