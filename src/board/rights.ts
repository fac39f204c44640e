import type { AccessConfig, Tier } from '#src/access/access-config.ts';
import type { Asker } from '#src/access/check-asker.ts';
import { checkEntry } from '#src/access/check-entry.ts';
import { findGrants } from '#src/access/find-grants.ts';
import { judgeEntry } from '#src/access/judge-entry.ts';
import type { Room } from '#src/access/room.ts';
import { standingWords } from '#src/access/standing-words.ts';

/** By which tiers somebody sees the dashboard, any of which may allow a view; or why they see nothing of it. */
export type Rights =
  | { readonly kind: 'some'; readonly tiers: readonly [Tier, ...Tier[]] }
  | { readonly kind: 'none'; readonly why: Why };

/** What happened in one sentence, and what to do. */
export type Why = { readonly message: string; readonly next: string };

type Entering = {
  readonly room: Room;
  readonly asker: Asker;
  readonly config: AccessConfig;
};

/** What somebody may see who looks from a room: what the bot would answer them there. */
export function findRights({ room, asker, config }: Entering): Rights {
  const [first, ...others] = findGrants(room, asker.roles, config)
    .map(({ tier }) => tier)
    .filter((tier) => checkEntry(room, asker, tier) === undefined);
  if (first !== undefined) return { kind: 'some', tiers: [first, ...others] };
  const [message, next] = standingWords[judgeEntry({ room, asker, config }) ?? 'noTier'];
  return { kind: 'none', why: { message, next } };
}
