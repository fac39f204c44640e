import type { Ask, Reading } from '#src/grammar/ask.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Refusal } from '#src/refusal.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';

/** The reading of a text that must be accepted. */
export function readingOf(text: string, vocabulary: Vocabulary = ukVocabulary): Reading {
  const parsed = parseAsk(text, vocabulary);
  if (parsed.kind === 'refused') throw new Error(`Refused "${text}": ${parsed.refusal.message}`);
  return parsed.reading;
}

/** The refusal of a text that must not be accepted. */
export function refusalOf(text: string, vocabulary: Vocabulary = ukVocabulary): Refusal {
  const parsed = parseAsk(text, vocabulary);
  if (parsed.kind === 'read') throw new Error(`Accepted "${text}"`);
  return parsed.refusal;
}

/** An ask in one line: place, since, until and mode; events by slug, the rest by command. */
export function shortly(ask: Ask): string {
  if (ask.command !== 'trend')
    return [ask.command, 'region' in ask ? ask.region?.name : undefined].filter(Boolean).join(' ');
  const { region, since, until, mode } = ask;
  const [from, to] = [since, until].map((when) => when?.event?.slug ?? when?.date ?? '-');
  return `${region.name} | ${from} | ${to} | ${mode?.value ?? '-'}`;
}

/** The examples of a refusal, as one would type them. */
export function examplesIn({ next }: Refusal): readonly string[] {
  return next.split('Try: ').slice(1);
}
