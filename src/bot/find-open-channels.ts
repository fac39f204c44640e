import { checkAsker, type Asker } from '#src/access/check-asker.ts';
import { checkRoom } from '#src/access/check-room.ts';
import { findGrants } from '#src/access/find-grants.ts';
import type { ChannelId, Room } from '#src/access/room.ts';
import { makeBudget } from './make-budget.ts';
import type { OfficeParts } from './office-parts.ts';
import { personOf } from './person-of.ts';

/**
 * Of channels, those where questions of somebody are answered and that they can see, in their order, at most `most`: public ones, and of the private ones those that they are
 * a member of, for that there is one is not for everybody to know. Guests see no channel but those that they are a member of. Throws `SlackFault`.
 */
export type FindOpenChannels = (
  channels: readonly ChannelId[],
  asker: Asker,
  most: number,
) => Promise<readonly ChannelId[]>;

type Parts = Pick<OfficeParts, 'slack' | 'access' | 'clock'>;

/** What is found only tells where to ask, and is judged there: it may be a while old, so that refusals do not use up what Slack lets be read. */
const keepMs = 300_000;
/** Channels read for one person. */
const mostRead = 6;

/** Finds channels to name. `namingReads`: so many are read in a minute, for everybody. */
export function makeFindOpenChannels(parts: Parts, namingReads: number): FindOpenChannels {
  const isOpen = makeIsOpen(parts, namingReads);
  const { access } = parts;
  return async (channels, asker, most) => {
    const isLet = (id: ChannelId) => checkAsker(asker, tierOf(id, access)) === undefined;
    const open: ChannelId[] = [];
    for (const channel of channels.filter(isLet).slice(0, mostRead)) {
      if (open.length === most) break;
      if (await isOpen(channel, asker)) open.push(channel);
    }
    return open;
  };
}

const tierOf = (id: ChannelId, access: Parts['access']) =>
  findGrants({ id, kind: 'public' }, [], access)[0]?.tier;

/** Whether a channel may be named to somebody. What is the same for everybody is kept for everybody, the rest for each by themselves. */
function makeIsOpen({ slack, access, clock }: Parts, namingReads: number) {
  const kept = makeKept();
  const mayRead = makeBudget(namingReads, 60_000, clock);
  return async (channel: ChannelId, asker: Asker): Promise<boolean> => {
    const now = clock().getTime();
    const own = `${channel} ${asker.id}`;
    const known = (asker.isGuest ? undefined : kept.get(channel, now)) ?? kept.get(own, now);
    if (known !== undefined) return known;
    // It is not named now, and may be the next time.
    if (!mayRead()) return false;
    const room = await slack.readRoom(channel, personOf(asker.id));
    const isAlike = isSameForAll(room, asker);
    const isOpen =
      room !== undefined &&
      checkRoom(room, tierOf(channel, access)) === undefined &&
      (isAlike || room.hasAsker);
    kept.put(isAlike ? channel : own, isOpen, now);
    return isOpen;
  };
}

const isSameForAll = (room: Room | undefined, { isGuest }: Asker): boolean =>
  room === undefined || (room.kind === 'public' && !isGuest);

function makeKept() {
  const kept = new Map<string, { readonly isOpen: boolean; readonly until: number }>();
  return {
    get: (key: string, now: number): boolean | undefined => {
      const found = kept.get(key);
      return found !== undefined && now < found.until ? found.isOpen : undefined;
    },
    put: (key: string, isOpen: boolean, now: number): void => {
      for (const [old, { until }] of kept) if (until <= now) kept.delete(old);
      kept.set(key, { isOpen, until: now + keepMs });
    },
  };
}
