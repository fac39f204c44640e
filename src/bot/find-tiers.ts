import type { Role, Tier } from '#src/access/access-config.ts';
import { findGrants } from '#src/access/find-grants.ts';
import type { ChannelId } from '#src/access/room.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { OfficeParts } from './office-parts.ts';
import { readRoles } from './read-facts.ts';

/** By which tiers somebody may ask in a channel, from the configuration; of Slack only their roles are read, for a direct message. Who is in the channel is judged when they ask. Throws `SlackFault`. */
export async function findTiers(
  { asker, channel }: { readonly asker: PersonId; readonly channel: ChannelId },
  parts: Pick<OfficeParts, 'slack' | 'access'>,
): Promise<{ readonly tiers: readonly Tier[]; readonly roles: readonly Role[] }> {
  const isOwn = isDirect(channel);
  const roles = isOwn ? await readRoles(asker, parts) : [];
  const grants = findGrants(
    { id: channel, kind: isOwn ? 'direct' : 'public' },
    roles,
    parts.access,
  );
  return { tiers: grants.map(({ tier }) => tier), roles };
}

/** Whether a channel is a direct message, by its ID. */
export const isDirect = (channel: ChannelId): boolean => channel.startsWith('D');
