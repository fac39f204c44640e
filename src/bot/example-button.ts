import type { Button } from '#src/post.ts';
import type { Refusal } from '#src/refusal.ts';
import type { Mac } from '#src/state/audit-chain.ts';
import { exampleIn } from './fit-example.ts';
import { seal } from './seal.ts';

/** The question that a refusal suggests, one press away. Good in the asker's hands, where they asked; `thread`: where its answer goes. */
export function exampleButton(
  refusal: Pick<Refusal, 'next'>,
  {
    channel,
    asker,
    thread,
    mac,
  }: {
    readonly channel: string;
    readonly asker: string;
    readonly thread: string | undefined;
    readonly mac: Mac;
  },
): readonly Button[] {
  const text = exampleIn(refusal);
  if (text === undefined) return [];
  const intent = thread === undefined ? { text } : { text, thread };
  const value = seal({ kind: 'ask', ...intent }, { as: 'button', channel, user: asker }, mac);
  return [{ action: 'try', label: 'Ask this instead', value }];
}
