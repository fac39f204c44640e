import type { Candidate } from '#src/grammar/candidate.ts';
import { candidatesAt } from '#src/grammar/candidates-at.ts';
import { closenessOf, distanceOf } from '#src/grammar/closeness.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { siteOf } from '#src/grammar/site.ts';
import { type Stretch, stretchesAt } from '#src/grammar/stretches-at.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { fold } from '#src/grammar/words.ts';

/**
 * One way to go on: `insert` in the place of the text `from` up to, not including, `to`. It ends in what must follow it: the colon of a key,
 * a comma before one more of a list, a space before another word. `label` and `hint` are for the reader.
 */
export type Completion = {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly label: string;
  readonly hint: string | undefined;
};

const mostShown = 8;
/** Each is read as a question: once so many have not fitted, no more are tried. */
const mostMissed = 8;

/**
 * How a question may go on at the caret, best first, at most eight: commands, keys and values by the beginning of any word of their names,
 * or by likeness where none begins so. What leads to no question is left out, unless the rest of the text leads to none. Never throws.
 */
export function complete(
  text: string,
  caret: number,
  vocabulary: Vocabulary,
): readonly Completion[] {
  const lexicon = lexiconOf(vocabulary);
  const at = Math.min(Math.max(caret, 0), text.length);
  const stretches = stretchesAt(text, at);
  const isDone = parseAsk(text.slice(0, at), vocabulary).kind === 'read';
  const sites = (isDone ? endedLast(stretches) : stretches).map((stretch) =>
    siteOf(text, stretch, lexicon),
  );
  const begun = candidatesAt(sites, closenessOf);
  if (begun.length > 0) return fitting(begun, text);
  const shortest = Math.max(...stretches.map(({ from }) => from));
  const alike = sites.filter(({ stretch }) => isOneName(stretch, stretch.from === shortest));
  return fitting(candidatesAt(alike, distanceOf), text);
}

/** Where the text can be asked as it is, a name that ends in a space may go on, but rather something new begins. */
function endedLast(stretches: readonly Stretch[]): readonly Stretch[] {
  const isEnded = ({ typed }: Stretch) => typed.phrase !== '' && !typed.isOpen;
  return [...stretches.filter((one) => !isEnded(one)), ...stretches.filter(isEnded)];
}

/** Whether what is typed stands for one name: of several words of free text only the last does. */
function isOneName({ kind, typed }: Stretch, isLast: boolean): boolean {
  return typed.phrase !== '' && (kind === 'value' || isLast);
}

/** The first of the candidates that fit. */
function fitting(candidates: readonly Candidate[], text: string): readonly Completion[] {
  const shown = new Map<string, Completion>();
  let missed = 0;
  for (const candidate of candidates) {
    if (shown.size === mostShown || missed === mostMissed) break;
    const completion = toCompletion(candidate, text);
    if (completion === undefined) missed += 1;
    else if (!shown.has(completion.label)) shown.set(completion.label, completion);
  }
  return [...shown.values()];
}

/** A candidate that fits and is not what stands there. */
function toCompletion({ site, option, fit }: Candidate, text: string): Completion | undefined {
  const { from, to, typed } = site.stretch;
  const found = site.rest === undefined ? { tail: '' } : fit();
  if (found === undefined) return undefined;
  const tail = site.around.after === '' ? found.tail : '';
  const insert = `${option.insert}${tail}`;
  const isThere =
    insert === text.slice(from, to) || (/[^:, ]$/u.test(insert) && fold(insert) === typed.phrase);
  return isThere ? undefined : { from, to, insert, label: option.label, hint: option.hint };
}
