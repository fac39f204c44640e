import type { AskerReason } from './check-asker.ts';
import { checkEntry } from './check-entry.ts';
import type { RoomReason } from './check-room.ts';
import { findGrants } from './find-grants.ts';
import type { Case } from './judge.ts';

/** Why nothing at all is answered to somebody in a room, whatever they ask: to be known before a question is so much as read. Undefined: some questions may be. */
export function judgeEntry({
  room,
  asker,
  config,
}: Pick<Case, 'room' | 'asker' | 'config'>): AskerReason | RoomReason | undefined {
  const grants = findGrants(room, asker.roles, config);
  const tiers = grants.length === 0 ? [undefined] : grants.map(({ tier }) => tier);
  const reasons = tiers.map((tier) => checkEntry(room, asker, tier));
  return reasons.includes(undefined) ? undefined : reasons[0];
}
