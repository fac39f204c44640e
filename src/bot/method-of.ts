import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Ask } from '#src/grammar/ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** The question of how an answer was worked out; of one that shows no data, of the method in general. `text`: the question answered, as the program wrote it. */
export function methodOf(text: string, vocabulary: Vocabulary): string {
  const parsed = parseAsk(text, vocabulary);
  return parsed.kind === 'refused' ? text : usage(methodAsk(parsed.reading.ask), vocabulary);
}

function methodAsk(ask: Ask): Ask {
  switch (ask.command) {
    case 'method':
      return ask;
    case 'trend':
    case 'compare':
    case 'flows':
      return { command: 'method', about: { ...ask, show: undefined } };
    case 'events':
    case 'status':
    case 'help':
      return { command: 'method', about: undefined };
    default:
      return ask satisfies never;
  }
}
