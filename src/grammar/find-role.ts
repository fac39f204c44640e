import { isSuspect, roleOf } from '#src/grammar/connecting-words.ts';
import type { Finder } from '#src/grammar/span.ts';

/** A small word that says what the next ones are. A state may be called OR. */
export const connective: Finder = ({ phrase }, { levels, gazetteer }) => {
  const found =
    phrase === 'or' && gazetteer.aliases.has(phrase)
      ? undefined
      : (roleOf(phrase) ?? (levels.levels.has(phrase) ? ({ kind: 'filler' } as const) : undefined));
  return found && !isSuspect(found) ? { kind: 'role', role: found } : undefined;
};

const timeLike = { kind: 'timeLike' } as const;

/** A word that should be part of a name or date. */
export const suspect: Finder = ({ phrase }, { eventWords }) => {
  const found = roleOf(phrase) ?? (eventWords.has(phrase) ? timeLike : undefined);
  return found && isSuspect(found) ? { kind: 'role', role: found } : undefined;
};
