import { type Gazetteer, makeGazetteer } from '#src/grammar/gazetteer.ts';
import { type LevelWords, levelWords } from '#src/grammar/level-words.ts';
import { type ModeWord, modeWords } from '#src/grammar/mode-words.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { fold } from '#src/grammar/words.ts';

/** The vocabulary by its folded spellings. `levels`: what kinds of place there are. */
export type Lexicon = {
  readonly vocabulary: Vocabulary;
  readonly gazetteer: Gazetteer;
  readonly slugs: ReadonlyMap<string, string>;
  /** What the names of events begin with. */
  readonly eventWords: ReadonlySet<string>;
  readonly modes: ReadonlyMap<string, ModeWord>;
  readonly levels: LevelWords;
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
    eventWords: new Set(
      vocabulary.events.map(({ slug }) => beginning(slug)).filter((word) => word.length > 3),
    ),
    modes: modeWords(vocabulary.modes),
    levels: levelWords(new Set(vocabulary.areas.map(({ level }) => level))),
  };
}

function beginning(slug: string): string {
  return fold(slug).split(' ')[0] ?? '';
}
