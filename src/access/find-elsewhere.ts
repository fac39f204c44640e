import { checkAsk } from './check-ask.ts';
import { checkAsker } from './check-asker.ts';
import { findGrants, type Grant } from './find-grants.ts';
import type { Case } from './judge.ts';
import { channelId, type ChannelId } from './room.ts';

/** Where a question may be asked instead: channels by their tier alone, and whether the asker's roles allow it in a direct message. */
export type Elsewhere = {
  readonly channels: readonly ChannelId[];
  readonly isAllowedAlone: boolean;
};

/**
 * Where else a question might be answered for this asker. Of the channels only the tier is known here: the caller reads each room (`checkRoom`), and names private ones
 * only to their members, since whether there is one is not for everybody.
 */
export function findElsewhere({ ask, room, asker, config, vocabulary }: Case): Elsewhere {
  const allowing = new Set(
    Object.values(config.tiers).filter(
      (tier) =>
        checkAsker(asker, tier) === undefined && checkAsk(ask, tier, vocabulary) === undefined,
    ),
  );
  const isAllowedBy = (grants: readonly Grant[]) => grants.some(({ tier }) => allowing.has(tier));
  const channels = Object.keys(config.channels)
    .map((id) => channelId.parse(id))
    .filter((id) => id !== room.id && isAllowedBy(findGrants({ id, kind: 'private' }, [], config)));
  const alone = findGrants({ id: room.id, kind: 'direct' }, asker.roles, config);
  return { channels, isAllowedAlone: room.kind !== 'direct' && isAllowedBy(alone) };
}
