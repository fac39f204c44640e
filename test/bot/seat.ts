import { channelId } from '#src/access/room.ts';
import type { Role } from '#src/access/access-config.ts';
import type { FakeChannel } from '#test/support/slack/start-fake-slack.ts';
import type { Scene } from './open-scene.ts';

/** Somebody in a channel. */
export type Seat = { readonly user: string; readonly channel: string };

type Seating = Partial<FakeChannel> & { readonly tier?: string | undefined };

/** Somebody new in a new channel, of the tier "narrow" unless said; undefined: the configuration does not name it. */
export function seat(scene: Pick<Scene, 'fake' | 'access'>, seating: Seating = {}): Seat {
  const { tier, ...given } = { tier: 'narrow', ...seating };
  const user = scene.fake.addUser();
  const channel = scene.fake.addChannel({ members: [user.id], ...given });
  if (tier !== undefined) scene.access.channels[channelId.parse(channel.id)] = tier;
  return { user: user.id, channel: channel.id };
}

/** Gives people a role that lets them ask alone, by a tier. Slack is asked for a group at most once a minute, so that each call makes a new one. */
export function giveRole(
  { fake, access }: Pick<Scene, 'fake' | 'access'>,
  role: Role,
  { users, alone }: { readonly users: readonly string[]; readonly alone: string | undefined },
): void {
  const group = fake.addUserGroup({ users: [...users] }).id;
  access.roles[role] = alone === undefined ? { group } : { group, alone };
}
