import type { Role, Tier } from './access-config.ts';

/** Who asks, as Slack says at this moment. `isStranger`: of another organisation. `isGuest`: the account is restricted to some channels. */
export type Asker = {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly isGuest: boolean;
  readonly isStranger: boolean;
  readonly isBot: boolean;
  readonly isDeleted: boolean;
};

/** Why somebody is not answered, wherever they ask; `guestAsker`: where the tier is not for guests. */
export type AskerReason = 'bot' | 'deleted' | 'stranger' | 'guestAsker';

/** Checks who asks. Where there is no tier, guests are judged by the room. */
export function checkAsker(asker: Asker, tier: Tier | undefined): AskerReason | undefined {
  if (asker.isBot) return 'bot';
  if (asker.isDeleted) return 'deleted';
  if (asker.isStranger) return 'stranger';
  return asker.isGuest && tier !== undefined && tier.guests !== 'allow' ? 'guestAsker' : undefined;
}
