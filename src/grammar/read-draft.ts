import { refuseListedUnknowns } from '#src/grammar/refuse-listed-unknowns.ts';
import { type Draft, emptyDraft } from '#src/grammar/draft.ts';
import { commands, isCommand, isKey, keys, laterOf } from '#src/grammar/keys.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { misspellingOf } from '#src/grammar/misspelling.ts';
import { readAs } from '#src/grammar/notes.ts';
import { typedOf } from '#src/grammar/passage.ts';
import { readFreeText } from '#src/grammar/read-free-text.ts';
import { readList } from '#src/grammar/read-list.ts';
import { readValue } from '#src/grammar/read-value.ts';
import { segmentsOf } from '#src/grammar/segments.ts';
import { finders } from '#src/grammar/finders.ts';
import { spot } from '#src/grammar/spot.ts';
import type { Reader } from '#src/grammar/take.ts';
import { givenTwice, notYet, unknownKey } from '#src/refusal.ts';

/** Reads a whole question into a draft: what it says, what it does not, and what is wrong with it. */
export function readDraft(text: string, lexicon: Lexicon): Draft {
  const draft = emptyDraft();
  const { segments, quotes } = segmentsOf(text);
  segments.forEach(({ key, words }, i) => {
    const reader: Reader = {
      passage: { text, words, quotes },
      lexicon,
      draft,
      isHead: key === undefined,
    };
    // Places and dates can both be said with "between".
    const isRepeated = key !== 'between' && segments.slice(0, i).some((other) => other.key === key);
    if (key === undefined) readHead(reader);
    else readKeyed(key, isRepeated, reader);
  });
  refuseListedUnknowns(draft, lexicon);
  return draft;
}

function readHead(reader: Reader): void {
  const command = misspeltCommand(reader);
  if (command === undefined) return readFreeText(0, undefined, reader);
  const typed = typedOf(reader.passage, 0, 1);
  reader.draft.notes.push(readAs(typed, command));
  reader.draft.commands.push({ command, typed });
}

/** A single word before the keys that is a command but for one edit. */
function misspeltCommand({ passage, lexicon }: Reader) {
  const [word, another] = passage.words;
  if (word === undefined || another !== undefined || word.folded.length < 4) return undefined;
  const [near] =
    spot(passage, 0, finders.place, lexicon) === undefined
      ? misspellingOf(word.folded, commands, 1)
      : [];
  return near !== undefined && near !== word.folded && isCommand(near) ? near : undefined;
}

function readKeyed(key: string, isRepeated: boolean, reader: Reader): void {
  const { problems } = reader.draft;
  const later = laterOf(key);
  if (later !== undefined) problems.push((suggest) => notYet(later, key, suggest.any));
  else if (!isKey(key)) refuseKey(key, reader);
  else if (isRepeated) problems.push((suggest) => givenTwice(key, suggest.any));
  else readFreeText(readList(key, reader), key, reader);
}

/** The value is read as if the nearest key had been typed, so that the example can be about the same place. */
function refuseKey(key: string, reader: Reader): void {
  const nearest = misspellingOf(key, keys, 2).find(isKey);
  reader.draft.problems.push((suggest) => unknownKey(key, nearest, suggest.any));
  if (nearest !== undefined) readValue(nearest, 0, reader);
}
