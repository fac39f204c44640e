import { roleOf } from '#src/grammar/connecting-words.ts';
import type { Finder } from '#src/grammar/span.ts';

const lead = /^(?:by|per|each|every|all|by each|by every|for each|for every)(?: of)?(?: the)? /;

/** "by region", "every region", "regions": all places of a level. */
export const level: Finder = ({ phrase }, { levels, gazetteer }) => {
  const word = phrase.replace(lead, '');
  const isSaid = word !== phrase || levels.plurals.has(word);
  const found = isSaid && !gazetteer.names.has(phrase) ? levels.levels.get(word) : undefined;
  return found === undefined ? undefined : { kind: 'level', level: found };
};

/** All places right below the top. */
export const everyPlace: Finder = ({ phrase }, { gazetteer }) =>
  (phrase === 'all' || roleOf(phrase)?.kind === 'everyPlace') && !gazetteer.names.has(phrase)
    ? { kind: 'level', level: undefined }
    : undefined;

/** A level by its bare name, as after the keys between and by. */
export const namedLevel: Finder = ({ phrase }, { levels }) => {
  const found = levels.levels.get(phrase);
  return found === undefined ? undefined : { kind: 'level', level: found };
};
