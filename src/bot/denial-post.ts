import type { Tier } from '#src/access/access-config.ts';
import { Fault } from '#src/fault.ts';
import { findElsewhere, type Elsewhere } from '#src/access/find-elsewhere.ts';
import type { Reason } from '#src/access/judge.ts';
import { nearestAsk } from '#src/access/nearest-ask.ts';
import { sayDenial } from '#src/access/say-denial.ts';
import type { Ask } from '#src/grammar/ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Button, WordsPost } from '#src/post.ts';
import type { AskingParts } from './asking-parts.ts';
import { personOf } from './person-of.ts';
import { readRoles, type Facts } from './read-facts.ts';
import { wordsPost } from './say.ts';
import { seal, type Intent } from './seal.ts';

/** What was denied: the question, where it was understood, by which tier, and the thread that its answer would go to. */
export type Denied = Facts & {
  readonly ask: Ask | undefined;
  readonly vocabulary: Vocabulary | undefined;
  readonly tier: Tier | undefined;
  readonly thread: string | undefined;
};

/**
 * A denial: why, where else the question may be asked, and as buttons the nearest question that may be asked here and, where the asker's role allows it, the answer to
 * them alone. Where Slack does not tell what is needed for that, why not is said by itself.
 */
export async function denialPost(
  reason: Reason,
  denied: Denied,
  parts: AskingParts,
): Promise<WordsPost> {
  const { ask, vocabulary, tier } = denied;
  const words = sayDenial(reason, { ask, tier, vocabulary });
  if (ask === undefined || vocabulary === undefined) return wordsPost(words);
  try {
    return wordsPost(words, await findMore(denied, { ask, vocabulary }, parts));
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    parts.report(fault);
    return wordsPost(words);
  }
}

async function findMore(
  denied: Denied,
  { ask, vocabulary }: { readonly ask: Ask; readonly vocabulary: Vocabulary },
  parts: AskingParts,
): Promise<Pick<WordsPost, 'channels' | 'buttons'>> {
  const { tier, thread } = denied;
  const inThread = thread === undefined ? {} : { thread };
  const elsewhere = await lookElsewhere(denied, ask, vocabulary, parts);
  const nearest = tier && nearestAsk(ask, tier, vocabulary);
  const buttons = [
    ...(nearest === undefined
      ? []
      : [
          button(
            'nearest',
            { kind: 'ask', text: usage(nearest, vocabulary), ...inThread },
            denied,
            parts,
          ),
        ]),
    ...(elsewhere.isAllowedAlone
      ? [button('alone', { kind: 'alone', text: usage(ask, vocabulary) }, denied, parts)]
      : []),
  ];
  const channels = await parts.findOpenChannels(elsewhere.channels, denied.asker, mostChannels);
  return { channels, buttons };
}

async function lookElsewhere(
  { room, asker }: Facts,
  ask: Ask,
  vocabulary: Vocabulary,
  parts: AskingParts,
): Promise<Elsewhere> {
  const roles = await readRoles(personOf(asker.id), parts);
  const { access: config } = parts;
  return findElsewhere({ ask, room, asker: { ...asker, roles }, config, vocabulary });
}

const mostChannels = 3;
const longestLabel = 75;

/** The nearest question is one that nobody typed, so its button says it. */
function labelOf(intent: Extract<Intent, { readonly kind: 'ask' | 'alone' }>): string {
  if (intent.kind === 'alone') return 'Answer only me';
  const label = `Ask: ${intent.text}`;
  return label.length <= longestLabel ? label : 'Ask what is allowed here';
}

const button = (
  action: string,
  intent: Extract<Intent, { readonly kind: 'ask' | 'alone' }>,
  { room, asker }: Facts,
  { mac }: AskingParts,
): Button => {
  const bounds = { as: 'button', channel: room.id, user: asker.id } as const;
  return { action, label: labelOf(intent), value: seal(intent, bounds, mac) };
};
