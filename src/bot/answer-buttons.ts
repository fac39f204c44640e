import { followUps } from '#src/grammar/follow-ups.ts';
import type { Ask } from '#src/grammar/ask.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Button } from '#src/post.ts';
import type { Mac } from '#src/state/audit-chain.ts';
import { seal, type Intent } from './seal.ts';

type Placed = {
  readonly channel: string;
  readonly thread: string | undefined;
  readonly vocabulary: Vocabulary;
  readonly mac: Mac;
};

/** The buttons under an answer: questions one press away, and a form to change the question. Anybody in the channel may press them, nobody elsewhere. */
export function answerButtons(
  ask: Ask,
  { channel, thread, vocabulary, mac }: Placed,
): readonly Button[] {
  const sealed = (intent: Intent) => seal(intent, { as: 'button', channel, user: undefined }, mac);
  const asks = followUps(ask, vocabulary).map(({ action, label, ask: next }) => ({
    action,
    label,
    value: sealed({ kind: 'ask', text: usage(next, vocabulary) }),
  }));
  const text = usage(ask, vocabulary);
  const change: Intent =
    thread === undefined ? { kind: 'change', text } : { kind: 'change', text, thread };
  return [...asks, { action: 'change', label: 'Change', value: sealed(change) }];
}

/** The button that asks the same question of newer data. */
export const newerButton = (text: string, channel: string, mac: Mac): Button => ({
  action: 'newer',
  label: 'Newer data',
  value: seal({ kind: 'ask', text }, { as: 'button', channel, user: undefined }, mac),
});
