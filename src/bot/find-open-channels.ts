import { checkRoom } from '#src/access/check-room.ts';
import { findGrants } from '#src/access/find-grants.ts';
import type { ChannelId } from '#src/access/room.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { OfficeParts } from './office-parts.ts';

/** Of channels, those that are public and where questions are answered, in their order, at most `most`: that there is a private one is not for everybody to know. Throws `SlackFault`. */
export type FindOpenChannels = (
  channels: readonly ChannelId[],
  person: PersonId,
  most: number,
) => Promise<readonly ChannelId[]>;

/** What is found only tells where to ask, and is judged there: it may be a while old, so that refusals do not use up what Slack lets be read. */
const keepMs = 300_000;
/** Channels read for one person. */
const mostRead = 6;

/** Finds channels to name. */
export function makeFindOpenChannels({
  slack,
  access,
  clock,
}: Pick<OfficeParts, 'slack' | 'access' | 'clock'>): FindOpenChannels {
  const found = new Map<ChannelId, { readonly isOpen: boolean; readonly until: number }>();
  const isOpen = async (channel: ChannelId, person: PersonId): Promise<boolean> => {
    const now = clock().getTime();
    const known = found.get(channel);
    if (known !== undefined && now < known.until) return known.isOpen;
    const room = await slack.readRoom(channel, person);
    const [grant] = findGrants({ id: channel, kind: 'public' }, [], access);
    const read = room?.kind === 'public' && checkRoom(room, grant?.tier) === undefined;
    found.set(channel, { isOpen: read, until: now + keepMs });
    return read;
  };
  return async (channels, person, most) => {
    const open: ChannelId[] = [];
    for (const channel of channels.slice(0, mostRead)) {
      if (open.length === most) break;
      if (await isOpen(channel, person)) open.push(channel);
    }
    return open;
  };
}
