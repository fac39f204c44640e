import type { Mode } from '#src/grammar/ask.ts';
import { type Gazetteer, makeGazetteer } from '#src/grammar/gazetteer.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { fold } from '#src/grammar/words.ts';

/** The vocabulary by its folded spellings. `levels`: what kinds of place there are. */
export type Lexicon = {
  readonly vocabulary: Vocabulary;
  readonly gazetteer: Gazetteer;
  readonly slugs: ReadonlyMap<string, string>;
  readonly modes: ReadonlyMap<string, Mode>;
  readonly levels: ReadonlySet<string>;
};

const known = new WeakMap<Vocabulary, Lexicon>();

/** The lexicon of a vocabulary; folded once, since a vocabulary never changes. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const lexicon = known.get(vocabulary) ?? makeLexicon(vocabulary);
  known.set(vocabulary, lexicon);
  return lexicon;
}

function makeLexicon(vocabulary: Vocabulary): Lexicon {
  return {
    vocabulary,
    gazetteer: makeGazetteer(vocabulary),
    slugs: new Map(vocabulary.events.map(({ slug }) => [fold(slug), slug])),
    modes: new Map([
      ...vocabulary.modes.map((mode) => [fold(mode.label), mode] as const),
      ...vocabulary.modes.map((mode) => [fold(mode.value), mode] as const),
    ]),
    levels: new Set(vocabulary.areas.map(({ level }) => fold(level))),
  };
}
