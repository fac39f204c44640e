import type { Ask } from '#src/grammar/ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Refusal } from '#src/refusal.ts';
import type { Tier } from './access-config.ts';
import { type AskReason, deniedCommand } from './check-ask.ts';
import type { Reason } from './judge.ts';
import { notFitting, standingWords, type Words } from './standing-words.ts';
import { commandWords, sayCommands, sayModes, sayPlaces } from './tier-words.ts';

/** What was asked, and by which tier it was judged. All of it is there where the reason is in the question; else it may be unknown. */
export type Denied = {
  readonly ask: Ask | undefined;
  readonly tier: Tier | undefined;
  readonly vocabulary: Vocabulary | undefined;
};

/**
 * Says why a question may not be answered somewhere. The words come from the reason, the tier and the vocabulary: they are the same whether or not there are data.
 * Where else it may be asked is not said: a line with the channels may follow `next`.
 */
export function sayDenial(reason: Reason, denied: Denied): Refusal {
  const [message, next] = isOfAsk(reason) ? askWords(reason, denied) : standingWords[reason];
  return { kind: 'notPermitted', message, next };
}

const isOfAsk = (reason: Reason): reason is AskReason => !Object.hasOwn(standingWords, reason);

/** Where the tier or the question is unknown there is no word on what else may be asked. */
function askWords(reason: AskReason, { ask, tier, vocabulary }: Denied): Words {
  if (ask === undefined || tier === undefined || vocabulary === undefined)
    return standingWords.noTier;
  switch (reason) {
    case 'settings':
      return notFitting;
    case 'command': {
      const denied = deniedCommand(ask, tier) ?? ask.command;
      return [
        `You cannot ask for ${commandWords[denied]} here.`,
        `Here you can ask for ${sayCommands(tier)}.`,
      ];
    }
    case 'areas':
      return [
        'Your question takes in places that cannot be asked about here.',
        here(sayPlaces(tier, vocabulary)),
      ];
    case 'level':
      return ['Places of this size cannot be asked about here.', here(sayPlaces(tier, vocabulary))];
    case 'modes':
      return modeWords(sayModes(tier, vocabulary));
    default:
      return reason satisfies never;
  }
}

const here = (places: string | undefined): string =>
  places === undefined ? 'Ask about another place.' : `Here you can ask about ${places}.`;

const modeWords = (modes: string | undefined): Words =>
  modes === undefined
    ? ['Types of transport are not told apart here.', 'Ask about all transport together.']
    : [
        'Only some types of transport can be asked about here.',
        `Here you can ask about ${modes}, or about all transport together.`,
      ];
