import type { Tier } from '#src/access/access-config.ts';
import { checkAsker } from '#src/access/check-asker.ts';
import type { ChannelId } from '#src/access/room.ts';
import type { Person } from '#src/slack-port.ts';
import type { AskingParts } from './asking-parts.ts';
import { findTiers } from './find-tiers.ts';
import { readRoles } from './read-facts.ts';

/** Where somebody may ask alone, and by which tiers. */
export type Alone = { readonly channel: ChannelId; readonly tiers: readonly Tier[] };

/** Undefined: no role of theirs lets them. Throws `SlackFault`. */
export async function findAlone(person: Person, parts: AskingParts): Promise<Alone | undefined> {
  const held = await readRoles(person.id, parts);
  if (held.length === 0) return undefined;
  const channel = await parts.slack.openDirect(person.id);
  const { tiers, roles } = await findTiers({ asker: person.id, channel }, parts);
  const own = tiers.filter((tier) => checkAsker({ ...person, roles }, tier) === undefined);
  return own.length === 0 ? undefined : { channel, tiers: own };
}
