import type { Tier } from './access-config.ts';
import type { Room } from './room.ts';

/** Why nothing is answered in a room. */
export type RoomReason =
  | 'notInRoom'
  | 'group'
  | 'archived'
  | 'frozen'
  | 'shared'
  | 'shareOffered'
  | 'acrossWorkspaces'
  | 'strangers'
  | 'noTier'
  | 'noRole'
  | 'notMember'
  | 'guests';

/** Checks a room against the tier it has, if any. Of several reasons the one that stands longest: whoever mends another would be refused again. */
export const checkRoom = (room: Room, tier: Tier | undefined): RoomReason | undefined =>
  roomReasons(room, tier)[0];

/**
 * All that speaks against answering in a room, the one to tell first; empty: it may be answered. A channel of several workspaces of one organisation is refused too:
 * its tier was given for the people of this workspace. Counts that are no counts are refused. Who is seen not to be in a private channel is told that before all else: whatever
 * else there is to it is for its members.
 */
export function roomReasons(room: Room, tier: Tier | undefined): readonly RoomReason[] {
  // Nothing else is known of one.
  if (room.kind === 'group') return ['group'];
  const isDirect = room.kind === 'direct';
  const checks: readonly (readonly [boolean, RoomReason])[] = [
    [isOutside(room), 'notInRoom'],
    [isDirect && room.members > 1, 'group'],
    [room.isArchived, 'archived'],
    [room.isFrozen, 'frozen'],
    [room.isShared, 'shared'],
    [room.isShareOffered, 'shareOffered'],
    [room.isAcrossWorkspaces, 'acrossWorkspaces'],
    [room.strangers !== 0, 'strangers'],
    [tier === undefined, isDirect ? 'noRole' : 'noTier'],
    [!room.hasBot, 'notMember'],
    [tier !== undefined && tier.guests !== 'allow' && room.guests !== 0, 'guests'],
  ];
  return checks.flatMap(([isSo, reason]) => (isSo ? [reason] : []));
}

/** Whether who asks is seen to be no member of a room that only its members can read. Public channels are for everybody of the workspace. */
export const isOutside = ({ kind, hasBot, hasAsker }: Room): boolean =>
  kind !== 'public' && hasBot && !hasAsker;
