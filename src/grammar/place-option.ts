import type { Area } from '#src/area.ts';
import { closenessOf } from '#src/grammar/closeness.ts';
import type { Lexicon } from '#src/grammar/lexicon.ts';
import type { Option } from '#src/grammar/option.ts';
import type { PhraseTyped } from '#src/grammar/phrase-typed.ts';
import { spellPlace } from '#src/grammar/spell-place.ts';
import { spellValue } from '#src/grammar/spell-value.ts';
import { fold } from '#src/grammar/words.ts';

/** A place as it is typed. Its hint: the alias that it was found by, its level, and the place around it. */
export function placeOption(area: Area, typed: PhraseTyped, lexicon: Lexicon): Option {
  const spelling = spellPlace(area, lexicon.gazetteer);
  const parent = area.parent === undefined ? undefined : lexicon.gazetteer.areas.get(area.parent);
  return {
    kind: 'place',
    insert: spellValue(spelling),
    label: spelling,
    hint: [aliasTyped(area, typed, lexicon), area.level, parent?.name]
      .filter((part) => part !== undefined)
      .join(', '),
    spellings: [],
  };
}

/** The alias that was typed, where it was not the name. */
function aliasTyped(area: Area, typed: PhraseTyped, { vocabulary }: Lexicon): string | undefined {
  const isTyped = (spelling: string) => closenessOf(fold(spelling), typed) !== undefined;
  if (typed.phrase === '' || isTyped(area.name)) return undefined;
  return vocabulary.aliases.find(({ alias, code }) => code === area.code && isTyped(alias))?.alias;
}
