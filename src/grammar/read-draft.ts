import { type Draft, emptyDraft } from '#src/grammar/draft.ts';
import { commands, isCommand, isKey, isLaterKey, type Key, keys } from '#src/grammar/keys.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import { misspellingOf } from '#src/grammar/misspelling.ts';
import { readAs } from '#src/grammar/notes.ts';
import { typedOf } from '#src/grammar/passage.ts';
import { noValue } from '#src/grammar/problems.ts';
import { readFreeText } from '#src/grammar/read-free-text.ts';
import { readValue } from '#src/grammar/read-value.ts';
import { type Segment, segmentsOf } from '#src/grammar/segments.ts';
import { finders, spot } from '#src/grammar/spot.ts';
import type { Reader } from '#src/grammar/take.ts';
import { givenTwice, notYet, unknownKey } from '#src/refusal.ts';

/** Reads a whole question into a draft: what it says, what it does not, and what is wrong with it. */
export function readDraft(text: string, lexicon: Lexicon): Draft {
  const draft = emptyDraft();
  const segments = segmentsOf(text);
  segments.forEach((segment, i) => {
    const reader: Reader = {
      passage: { text, words: segment.words },
      lexicon,
      draft,
      isHead: segment.key === undefined,
    };
    const isRepeated = segments.slice(0, i).some(({ key }) => key === segment.key);
    if (segment.key === undefined) readHead(reader);
    else readKeyed(segment.key, segment, isRepeated, reader);
  });
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

function readKeyed(key: string, segment: Segment, isRepeated: boolean, reader: Reader): void {
  const { problems } = reader.draft;
  if (isLaterKey(key)) problems.push((suggest) => notYet(key, key, suggest.any));
  else if (!isKey(key)) refuseKey(key, reader);
  else if (isRepeated) problems.push((suggest) => givenTwice(key, suggest.any));
  else
    readFreeText(
      segment.quoted === undefined
        ? readValue(key, 0, reader)
        : readQuoted(key, segment.quoted, reader),
      key,
      reader,
    );
}

/** The value is read as if the nearest key had been typed, so that the example can be about the same place. */
function refuseKey(key: string, reader: Reader): void {
  const nearest = misspellingOf(key, keys, 2).find(isKey);
  reader.draft.problems.push((suggest) => unknownKey(key, keys, nearest, suggest.any));
  if (nearest !== undefined) readValue(nearest, 0, reader);
}

/** What stands in quotation marks is one value, all of it. */
function readQuoted(key: Key, quoted: number, reader: Reader): number {
  const inside: Reader = {
    ...reader,
    passage: { ...reader.passage, words: reader.passage.words.slice(0, quoted) },
  };
  const to = readValue(key, 0, inside);
  if (to < quoted && reader.draft.problems.length === 0)
    reader.draft.problems.push(noValue(key, typedOf(inside.passage, 0, quoted), reader.lexicon));
  return quoted;
}
