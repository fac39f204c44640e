import type { CompareAsk } from '#src/grammar/ask.ts';
import { dateWords } from '#src/date-words.ts';
import { echoModes } from '#src/grammar/echo-modes.ts';
import { echoWhen } from '#src/grammar/echo-when.ts';
import { eventInPlace } from '#src/grammar/event-in-place.ts';
import { sayShift } from '#src/grammar/event-shift.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { listed } from '#src/grammar/listed.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** Places side by side, in words that commas join. */
export function echoCompare(
  ask: CompareAsk,
  vocabulary: Vocabulary,
): readonly (string | undefined)[] {
  const names = ask.places.map((area) => `in ${spokenName(area, vocabulary)}`);
  return [
    `trips that end ${listed(shortened(names))}`,
    'side by side',
    echoModes(ask, vocabulary),
    ask.since && `since ${sayShared(ask, vocabulary)}`,
    ask.until && `until ${echoWhen(ask.until)}`,
  ];
}

/** Beyond this many the names are in the answer, and need not be here. */
const mostNames = 8;

function shortened(names: readonly string[]): readonly string[] {
  return names.length > mostNames
    ? [...names.slice(0, mostNames), `in ${names.length - mostNames} more`]
    : names;
}

/** An event in words: with its day, where all places that have it have it on one. */
function sayShared({ since, places }: CompareAsk, vocabulary: Vocabulary): string {
  if (since?.kind !== 'event') return since === undefined ? '' : dateWords(since.date);
  const { slug, shiftDays = 0 } = since;
  const { areas } = lexiconOf(vocabulary).gazetteer;
  const found = places.map((place) => eventInPlace(slug, place, vocabulary.events, areas));
  const dates = new Set(found.flatMap((one) => (one.kind === 'here' ? [one.event.date] : [])));
  const [date = ''] = dates;
  const own = dates.size > 1 ? 'which each place has on its own date' : dateWords(date);
  return `${shiftDays === 0 ? '' : `${sayShift(shiftDays)} `}${slug}, ${own}`;
}
