import type { ChannelId } from '#src/access/room.ts';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { AskingParts } from './asking-parts.ts';
import type { Words } from './say.ts';

const teller: AuditContext = { actor: { kind: 'program', name: 'the office' } };

/** Somebody to tell something. `key`: of the delivery that they are told about, `channel`: where it was. */
export type Listener = {
  readonly key: string;
  readonly asker: PersonId;
  readonly channel: ChannelId | undefined;
};

/** Tells somebody something in a direct message as soon as Slack takes it, once for each delivery. Throws `StoreFault`. */
export async function tellLater(
  { key, asker, channel }: Listener,
  { message, next }: Words,
  { store, clock, bell }: Pick<AskingParts, 'store' | 'clock' | 'bell'>,
): Promise<void> {
  await store.change(({ outbox }) =>
    outbox.put(
      {
        key: `notice:words:${key}`,
        kind: 'notice',
        channel: asker,
        owner: asker,
        body: { kind: 'words', message, next, ...(channel === undefined ? {} : { channel }) },
        due: clock(),
      },
      teller,
    ),
  );
  bell.ring();
}
