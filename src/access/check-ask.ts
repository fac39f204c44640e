import type { Ask, DataAsk } from '#src/grammar/ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Tier } from './access-config.ts';
import { askedPlaces } from './asked-places.ts';
import { checkModes } from './check-modes.ts';
import { placesWithin, type Reach, reachOf } from './reach.ts';

/**
 * Why a tier does not let a question be asked. `settings`: the tier reaches no place of these data, so it lets nothing be asked. `areas`, `level`, `modes`: what the
 * question is about.
 */
export type AskReason = 'settings' | 'command' | 'areas' | 'level' | 'modes';

/** Checks a question against a tier, from the vocabulary alone: what the data hold decides nothing. */
export function checkAsk(ask: Ask, tier: Tier, vocabulary: Vocabulary): AskReason | undefined {
  const reach = reachOf(tier, vocabulary);
  if (placesWithin(reach).length === 0) return 'settings';
  if (deniedCommand(ask, tier) !== undefined) return 'command';
  const about = aboutData(ask);
  if (about !== undefined && isUnplaced(about, tier)) return 'areas';
  return checkPlaces(ask, reach) ?? (about && checkModes(about, tier, vocabulary));
}

/** Of what a question asks for, what this tier does not let be asked for: a method and what it is the method of both count. */
export function deniedCommand(ask: Ask, { commands }: Tier): Ask['command'] | undefined {
  const about = aboutData(ask);
  return [ask.command, ...(about === undefined ? [] : [about.command])].find(
    (command) => !commands.includes(command),
  );
}

/** What a question asks of the data, if anything. */
function aboutData(ask: Ask): DataAsk | undefined {
  if (ask.command === 'method') return ask.about;
  return ask.command === 'help' || ask.command === 'status' || ask.command === 'events'
    ? undefined
    : ask;
}

const isUnplaced = (ask: DataAsk, { areas }: Tier): boolean =>
  areas !== 'all' && askedPlaces(ask).length === 0;

function checkPlaces(ask: Ask, { check, levels }: Reach): AskReason | undefined {
  const found = new Set(askedPlaces(ask).map(check));
  const about = aboutData(ask);
  if (found.has('areas')) return 'areas';
  const level = about?.command === 'flows' ? about.level : undefined;
  return found.has('level') || (level !== undefined && !levels.has(level)) ? 'level' : undefined;
}
