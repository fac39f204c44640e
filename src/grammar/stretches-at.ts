import { isKey, type Key } from '#src/grammar/keys.ts';
import { keysSpoken } from '#src/grammar/keys-spoken.ts';
import { listedBy } from '#src/grammar/listed-by.ts';
import { type PhraseTyped, phraseTyped } from '#src/grammar/phrase-typed.ts';
import { type Segment, segmentsOf } from '#src/grammar/segments.ts';

/**
 * What may be completed: the text `from` up to, not including, `to`, as far as it is `typed` before the caret.
 * `start`: nothing stands before it; `word`: a later one, which no key asks for; `value`: of a key, or of a small word that stands for one.
 * `keyAt`: where that begins; `isFirst`: no other of a list stands before it.
 */
export type Stretch = {
  readonly from: number;
  readonly to: number;
  readonly typed: PhraseTyped;
} & Kind;

type Kind =
  | { readonly kind: 'start' | 'word' }
  | {
      readonly kind: 'value';
      readonly key: Key;
      readonly keyAt: number;
      readonly isFirst: boolean;
    };

const quoteMark = /["“”„«»]/u;
/** No name is looked for in more words than these. */
const mostWords = 6;

/** The stretches that end at the caret, longest first. */
export function stretchesAt(text: string, caret: number): readonly Stretch[] {
  const head = text.slice(0, caret);
  const segment = segmentsOf(head).segments.at(-1);
  if (segment === undefined) return [];
  const starts = startsIn(head, segment.start);
  return starts.slice(-mostWords).flatMap((from) => {
    const raw = head.slice(from);
    if (/[,;+]\s*$/u.test(raw)) return [];
    const place = { from, to: endOf(text, caret, raw), typed: phraseTyped(raw) };
    return kindsOf(from, head, segment).map((kind) => ({ ...place, ...kind }));
  });
}

/** Where words, quotations and the parts of a list begin, from `start` to the end; the end itself after a space or a mark. */
function startsIn(head: string, start: number): readonly number[] {
  const starts: number[] = [];
  let isQuoted = false;
  let isBetween = true;
  for (let at = start; at < head.length; at += 1) {
    const mark = head.charAt(at);
    const isGap = !isQuoted && /[\s,;+]/u.test(mark);
    if (isBetween && !isGap) starts.push(at);
    if (quoteMark.test(mark)) isQuoted = !isQuoted;
    isBetween = isGap;
  }
  return isBetween ? [...starts, head.length] : starts;
}

/** What may stand at `from`: after a key its value, or one more of its list; elsewhere what the words before it ask for. */
function kindsOf(from: number, head: string, { key, keyAt, start }: Segment): readonly Kind[] {
  const before = head.slice(start, from).trimEnd();
  if (key !== undefined && before === '')
    return isKey(key) ? [{ kind: 'value', key, keyAt, isFirst: true }] : [];
  if (key !== undefined && /[,;+]$/u.test(before))
    return isKey(key) && listedBy(key) !== undefined
      ? [{ kind: 'value', key, keyAt, isFirst: false }]
      : [];
  const { keys, at } = keysSpoken(before);
  // The first word after a key is its value.
  const isSpoken = key === undefined || before.slice(0, at).trim() !== '';
  if (isSpoken && keys.length > 0)
    return keys.map((key) => ({ kind: 'value', key, keyAt: start + at, isFirst: true }));
  return [{ kind: before === '' ? 'start' : 'word' }];
}

/** The end of the word or the quotation that the caret stands in. */
function endOf(text: string, caret: number, raw: string): number {
  const rest = text.slice(caret);
  const marks = raw.match(new RegExp(quoteMark, 'gu')) ?? [];
  const quoted = marks.length % 2 === 1 ? /^[^"“”„«»:]*["“”„«»]/u.exec(rest) : null;
  const word = /^[\p{L}\p{N}\p{M}'’-]*:?/u.exec(rest);
  return caret + (quoted ?? word ?? [''])[0].length;
}
