import type { Ask } from '#src/grammar/ask.ts';
import { commands } from '#src/grammar/keys.ts';
import { pluralOf } from '#src/grammar/level-words.ts';
import { listed } from '#src/grammar/listed.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { lowerFirst } from '#src/summary/lower-first.ts';
import type { Tier } from './access-config.ts';
import { placesWithin, reachOf } from './reach.ts';

/** What can be asked for, as sentences name it. */
export const commandWords: Readonly<Record<Ask['command'], string>> = {
  trend: 'trips over time',
  compare: 'places side by side',
  flows: 'flows between places',
  method: 'the method of an answer',
  events: 'the list of events',
  status: 'the state of the data',
  help: 'help with asking',
};

/** What a tier lets be asked for: "trips over time and help". */
export const sayCommands = ({ commands: allowed }: Tier): string =>
  listed(commands.filter((one) => allowed.includes(one)).map((one) => commandWords[one]));

/**
 * The places of a tier: "regions and larger places"; where it is limited to some, "London, and places within it down to districts". Undefined where it reaches no place
 * of the data.
 */
export function sayPlaces(tier: Tier, vocabulary: Vocabulary): string | undefined {
  const reach = reachOf(tier, vocabulary);
  const within = placesWithin(reach);
  const [level = ''] = reach.levels;
  if (within.length === 0) return undefined;
  if (tier.areas === 'all')
    return reach.levels.size > 1 ? `${pluralOf(level)} and larger places` : pluralOf(level);
  const limits = within.filter(({ code }) => tier.areas.includes(code));
  const isCut = limits.length < within.length;
  const names = firstFew(limits.map((area) => spokenName(area, vocabulary)));
  const parts = `places within ${limits.length > 1 ? 'them' : 'it'} down to ${pluralOf(level)}`;
  return isCut ? `${names}, and ${parts}` : names;
}

/** The types of transport that a tier lets be told apart: "car and rail". Undefined where they are none, or all. */
export function sayModes({ modes }: Tier, vocabulary: Vocabulary): string | undefined {
  const declared = vocabulary.modes.filter(({ value }) => modes !== 'all' && modes.includes(value));
  return declared.length === 0 || modes === 'none'
    ? undefined
    : listed(declared.map(({ label }) => lowerFirst(label)));
}

function firstFew(names: readonly string[]): string {
  return listed(names.length > 4 ? [...names.slice(0, 4), `${names.length - 4} more`] : names);
}
