import { listed } from '#src/grammar/listed.ts';
import { pluralOf } from '#src/grammar/level-words.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Tier } from './access-config.ts';
import { sayCommands, sayModes, sayPlaces } from './tier-words.ts';

/** What a tier allows, in lines for the operator. `vocabulary`: of the data in use; names that they do not have are said to allow nothing. */
export function explainTier(tier: Tier, vocabulary: Vocabulary | undefined): readonly string[] {
  return [
    `may be asked: ${sayCommands(tier)}`,
    `places: ${explainPlaces(tier, vocabulary)}`,
    `types of transport: ${explainModes(tier, vocabulary)}`,
    `guests: ${tier.guests === 'allow' ? 'may read along and ask' : 'nothing is answered where there are any'}`,
    ...explainUnknown(tier, vocabulary),
  ];
}

function explainPlaces(tier: Tier, vocabulary: Vocabulary | undefined): string {
  if (vocabulary !== undefined)
    return sayPlaces(tier, vocabulary) ?? 'none of these data, so nothing is answered';
  const limit = tier.areas === 'all' ? '' : `, within ${listed(tier.areas)}`;
  return `${pluralOf(tier.level)} and larger places${limit}`;
}

function explainModes(tier: Tier, vocabulary: Vocabulary | undefined): string {
  const { modes } = tier;
  if (modes === 'all') return 'each may be told apart';
  const named = vocabulary === undefined && modes !== 'none' ? listed(modes) : undefined;
  const apart = vocabulary === undefined ? named : sayModes(tier, vocabulary);
  return apart === undefined ? 'all together' : `${apart} may be told apart`;
}

/** What the tier names and the data do not have. */
function explainUnknown(
  { level, areas, modes }: Tier,
  vocabulary: Vocabulary | undefined,
): readonly string[] {
  if (vocabulary === undefined) return [];
  const levels = new Set(vocabulary.areas.map((area) => area.level));
  const codes = new Set(vocabulary.areas.map(({ code }): string => code));
  const values = new Set(vocabulary.modes.map(({ value }) => value));
  const unknown = [
    ...(levels.has(level) ? [] : [level]),
    ...(areas === 'all' ? [] : areas.filter((code) => !codes.has(code))),
    ...(modes === 'all' || modes === 'none' ? [] : modes.filter((value) => !values.has(value))),
  ];
  return unknown.length === 0 ? [] : [`not in these data, and allows nothing: ${listed(unknown)}`];
}
