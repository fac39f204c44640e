import type { Claim, NewMessage } from '#src/state/message.ts';
import type { Store } from '#src/state/store.ts';
import { ann, by, message, program } from './scene.ts';

export const leaseMs = 1000;

/** A message in a state, and the claim that brought it there. `file`: entered for it on the way. `ts`: where it was posted. */
type Brought = Partial<NewMessage> & {
  readonly key?: string;
  readonly file?: string | undefined;
  readonly ts?: string;
  readonly content?: unknown;
};

/** Brings a message, "m" if nothing else is said, to a state; returns the claim that brought it there. */
export async function bringTo(
  store: Store,
  state: 'claimed' | 'posting' | 'posted' | 'refused' | 'unknown',
  { key = 'm', file, ts = '17.0001', content, ...more }: Brought = {},
): Promise<Claim> {
  return store.change(async ({ outbox }) => {
    await outbox.put(message(key, more), by(ann));
    const held = await outbox.claim({ leaseMs }, program);
    if (held === undefined) throw new Error('there was nothing to claim');
    if (file !== undefined) await outbox.keepFile(held, file, program);
    if (state === 'refused') await outbox.refuse(held, program);
    if (state === 'claimed' || state === 'refused') return held;
    await outbox.begin(held, content, program);
    if (state === 'posted') await outbox.confirm(held, ts, program);
    if (state === 'unknown') await outbox.lose(held, program);
    return held;
  });
}
