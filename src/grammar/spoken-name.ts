import type { Area } from '#src/area.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** The place as sentences name it: where the release has the alias "the NAME", the name takes its article. */
export function spokenName(area: Area, { aliases }: Pick<Vocabulary, 'aliases'>): string {
  const withArticle = `the ${area.name}`;
  return aliases.some(({ alias, code }) => code === area.code && alias === withArticle)
    ? withArticle
    : area.name;
}
