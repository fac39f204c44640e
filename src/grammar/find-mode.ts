import { roleOf } from '#src/grammar/connecting-words.ts';
import { misspellingOf } from '#src/grammar/misspelling.ts';
import { type Finder, isRepairable } from '#src/grammar/span.ts';

/** A kind of transport, in the singular or the plural. */
export const mode: Finder = ({ phrase }, { modes }) => {
  const found =
    modes.get(phrase) ??
    modes.get(phrase.replace(/e?s$/, '')) ??
    modes.get(phrase.replace(/s$/, ''));
  return found && { kind: 'mode', ...found, repaired: false };
};

/** The same with one slip. */
export const misspeltMode: Finder = (span, { modes }) => {
  const isLong = span.phrase.length > 3 && isRepairable(span) && roleOf(span.phrase) === undefined;
  const near = isLong ? misspellingOf(span.phrase, modes.keys(), 1) : [];
  const found = near.flatMap((word) => modes.get(word) ?? []);
  const [one] = found;
  return one !== undefined && new Set(found.map(({ mode }) => mode)).size === 1
    ? { kind: 'mode', ...one, repaired: true }
    : undefined;
};

/** All transport. */
export const everyMode: Finder = ({ phrase }) =>
  phrase === 'all' || roleOf(phrase)?.kind === 'everyMode'
    ? { kind: 'mode', mode: undefined, repaired: false, isPart: false }
    : undefined;
