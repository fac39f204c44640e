import type { Ask } from '#src/grammar/ask.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { usualEvent, usualPlace } from '#src/grammar/suggestions.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** A few questions that work on this vocabulary: since an event, since a date in a part of the same place, and its events. */
export function workingExamples(vocabulary: Vocabulary): readonly string[] {
  const lexicon = lexiconOf(vocabulary);
  const region = usualPlace(lexicon);
  if (region === undefined) return ['status'];
  const event = usualEvent(region, lexicon);
  const part = vocabulary.areas.find(({ parent }) => parent === region.code) ?? region;
  const mode = vocabulary.modes.length > 1 ? vocabulary.modes[1] : undefined;
  const date = event?.date ?? vocabulary.firstDay;
  const until = undefined;
  const asks: readonly Ask[] = [
    { command: 'trend', region, since: event && { date, event }, until, mode: undefined },
    { command: 'trend', region: part, since: { date, event: undefined }, until, mode },
    { command: 'events', region },
  ];
  return asks.map((ask) => usage(ask, vocabulary));
}
