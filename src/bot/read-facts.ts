import { role, type Role } from '#src/access/access-config.ts';
import type { Asker } from '#src/access/check-asker.ts';
import { nothingAgainst, type ChannelId, type Room } from '#src/access/room.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { OfficeParts } from './office-parts.ts';

/** Who asks, and where it would be read, as Slack says now. The asker's roles are read for a direct message alone. */
export type Facts = { readonly room: Room; readonly asker: Asker };

/** Reads them newly. Throws `SlackFault`. */
export async function readFacts(
  { asker, channel }: { readonly asker: PersonId; readonly channel: ChannelId },
  parts: Pick<OfficeParts, 'slack' | 'access'>,
): Promise<Facts> {
  const [found, person] = await Promise.all([
    parts.slack.readRoom(channel, asker),
    parts.slack.readPerson(asker),
  ]);
  const room = found ?? { ...unseen, id: channel };
  const roles = room.kind === 'direct' ? await readRoles(asker, parts) : [];
  return { room, asker: { ...person, roles } };
}

/** What the bot knows of a channel that Slack does not show it: that it is no member, and so not who is. */
const unseen: Omit<Room, 'id'> = {
  ...nothingAgainst,
  kind: 'private',
  hasBot: false,
  hasAsker: false,
  members: 0,
};

/** The roles of somebody, by the user groups that they are in. Throws `SlackFault`. */
export async function readRoles(
  person: PersonId,
  { slack, access }: Pick<OfficeParts, 'slack' | 'access'>,
): Promise<readonly Role[]> {
  const held = await Promise.all(
    Object.entries(access.roles).map(async ([name, { group }]) =>
      (await slack.readGroup(group)).has(person) ? [name] : [],
    ),
  );
  return role.array().parse(held.flat());
}
