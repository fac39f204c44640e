import type { Tier } from './access-config.ts';
import { checkAsker, type Asker, type AskerReason } from './check-asker.ts';
import { checkRoom, isOutside, type RoomReason } from './check-room.ts';
import type { Room } from './room.ts';

/** Why nothing is answered to somebody in a room by the tier it has, if any. Who is not in a private channel is not told either whether its tier is for guests. */
export const checkEntry = (
  room: Room,
  asker: Asker,
  tier: Tier | undefined,
): AskerReason | RoomReason | undefined =>
  checkAsker(asker, isOutside(room) ? undefined : tier) ?? checkRoom(room, tier);
