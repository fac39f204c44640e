import { roleOf } from '#src/grammar/connecting-words.ts';
import { everyPlace, level, namedLevel } from '#src/grammar/find-level.ts';
import { everyMode, misspeltMode, mode } from '#src/grammar/find-mode.ts';
import { findExactly, findListLike, findLoosely, findMisspelt } from '#src/grammar/find-place.ts';
import { connective, suspect } from '#src/grammar/find-role.ts';
import { date, event, misspeltEvent, sureDate } from '#src/grammar/find-when.ts';
import { isList } from '#src/grammar/joint.ts';
import { type Finder, isRepairable } from '#src/grammar/span.ts';

const place: Finder = ({ phrase, typed }, { gazetteer }) => {
  const found = isList(typed) ? findListLike(phrase, gazetteer) : findExactly(phrase, gazetteer);
  return found && { kind: 'place', found };
};

const misspeltPlace: Finder = (span, { gazetteer }) => {
  const isName = isRepairable(span) && roleOf(span.phrase) === undefined;
  const found = isName ? findMisspelt(span.phrase, gazetteer) : undefined;
  return found && { kind: 'place', found };
};

const loosePlace: Finder = (span, lexicon) => {
  if (span.hasSmallEnd || isList(span.typed)) return misspeltPlace(span, lexicon);
  const found = findLoosely(span.phrase, lexicon.gazetteer);
  return found && { kind: 'place', found };
};

/** One word is too little to repair where anything may stand. */
const longMisspelt =
  (find: Finder): Finder =>
  (span, lexicon) =>
    span.words > 1 ? find(span, lexicon) : undefined;

/** What each slot of a question may hold; `anything` is free text. */
export const finders = {
  anything: [
    level,
    connective,
    sureDate,
    event,
    mode,
    place,
    longMisspelt(misspeltEvent),
    longMisspelt(misspeltPlace),
    suspect,
  ],
  place: [place, loosePlace],
  named: [place],
  namedMode: [mode, everyMode],
  /** A place by its own name, or all of them. */
  every: [place, level, everyPlace],
  level: [level, namedLevel],
  when: [date, event, misspeltEvent],
  date: [date],
  mode: [mode, everyMode, misspeltMode],
} as const satisfies Record<string, readonly Finder[]>;
