import type { Tier } from '#src/access/access-config.ts';
import { sayPlaces } from '#src/access/tier-words.ts';
import { listed } from '#src/grammar/listed.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { failed, ok, type Outcome } from './check.ts';

const correct = 'Correct it in mobility.config.yml, under access, tiers.';

/** Whether a tier reaches the data in use, and names nothing that they do not have. */
export function judgeTier(tier: Tier, vocabulary: Vocabulary): Outcome {
  const unknown = unknownNames(tier, vocabulary);
  const names = unknown.length === 0 ? '' : ` They do not have: ${listed(unknown)}.`;
  const places = sayPlaces(tier, vocabulary);
  if (places === undefined)
    return failed(`It reaches no place of the data in use, so it allows nothing.${names}`, correct);
  if (unknown.length > 0)
    return failed(`Some names allow nothing in the data in use.${names}`, correct);
  return ok(`Reaches ${places}.`);
}

function unknownNames({ level, areas, modes }: Tier, data: Vocabulary): readonly string[] {
  const levels = new Set(data.areas.map((area) => area.level));
  const codes = new Set(data.areas.map(({ code }): string => code));
  const values = new Set(data.modes.map(({ value }) => value));
  return [
    ...(levels.has(level) ? [] : [level]),
    ...(areas === 'all' ? [] : areas.filter((code) => !codes.has(code))),
    ...(modes === 'all' || modes === 'none' ? [] : modes.filter((value) => !values.has(value))),
  ];
}
