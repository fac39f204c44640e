import type { Ask } from '#src/grammar/ask.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Tier } from './access-config.ts';
import { checkAsk } from './check-ask.ts';
import { type Aim, nearerAsks } from './nearer-asks.ts';
import { reachOf } from './reach.ts';
import { widenPlaces } from './widen-places.ts';

/**
 * The question nearest to one that a tier refuses, of those that it allows: of the places around, at a level that it has, all transport together. It can be typed, and
 * is read as it stands. Undefined where there is none, or the question itself is allowed.
 */
export function nearestAsk(ask: Ask, tier: Tier, vocabulary: Vocabulary): Ask | undefined {
  if (checkAsk(ask, tier, vocabulary) === undefined) return undefined;
  const aim = { tier, reach: reachOf(tier, vocabulary), lexicon: lexiconOf(vocabulary) };
  for (const one of candidates(ask, aim)) {
    const read = readBack(one, vocabulary);
    if (read !== undefined && checkAsk(read, tier, vocabulary) === undefined) return read;
  }
  return undefined;
}

function candidates(ask: Ask, aim: Aim): readonly Ask[] {
  switch (ask.command) {
    case 'help':
    case 'status':
      return [];
    case 'events': {
      const [region] = ask.region === undefined ? [] : widenPlaces([ask.region], aim.reach);
      return [{ command: 'events', region }];
    }
    case 'method': {
      const { command } = ask;
      const about = ask.about === undefined ? [] : nearerAsks(ask.about, aim);
      return [...about.map((one) => ({ command, about: one })), { command, about: undefined }];
    }
    default:
      return nearerAsks(ask, aim);
  }
}

/** The question as its text is read: an event is that of the place, and what cannot be asked is none. */
function readBack(ask: Ask, vocabulary: Vocabulary): Ask | undefined {
  const parsed = parseAsk(usage(ask, vocabulary), vocabulary);
  return parsed.kind === 'read' ? parsed.reading.ask : undefined;
}
