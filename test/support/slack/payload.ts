import type { FakeChannel, FakeUser } from './fake-slack.ts';
import type { StoredView, World } from './world.ts';

/** Something for the bot, before it is wrapped for the way it travels. `after`: what its acknowledgement does; the complaints about it. */
export type Parcel = {
  readonly kind: 'slash_commands' | 'interactive' | 'events_api';
  readonly payload: Readonly<Record<string, unknown>>;
  readonly takesAnswer: boolean;
  readonly after: (ack: unknown) => readonly string[];
};

/** A new `trigger_id` for a person. */
export function makeTrigger(world: World, user: string, view?: string): string {
  const id = `${world.nextId('')}.${world.teamId}.trigger`;
  world.triggers.set(id, { user, view, atMs: world.clock(), isSpent: false });
  return id;
}

/** A new `response_url` for a person in a channel. `about`: the message that was pressed. */
export function makeResponseUrl(
  world: World,
  { user, channel, about, kind }: { user: string; channel: string; about?: string; kind: string },
): string {
  const url = `${world.origin}/${kind}/${world.teamId}/${world.nextId('')}`;
  world.responseUrls.set(url, { user, channel, about, atMs: world.clock(), uses: 0 });
  return url;
}

/** What every interaction begins with. */
export function commonFields(world: World, user: FakeUser): Readonly<Record<string, unknown>> {
  return {
    token: 'deprecated',
    api_app_id: world.appId,
    team: { id: world.teamId, domain: world.teamDomain },
    enterprise: null,
    is_enterprise_install: false,
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
  };
}

/** The name of a channel as commands and interactions give it: private ones stay unnamed. */
export function sayChannelName({ kind, name }: FakeChannel): string {
  const names = { public: name, private: 'privategroup', direct: 'directmessage', group: name };
  return names[kind];
}

/** A person that a test added; throws where it added none such. */
export function knownUser(world: World, id: string): FakeUser {
  const user = world.users.get(id);
  if (user === undefined) throw new Error(`no user ${id} in the fake Slack`);
  return user;
}

/** A modal that is open; throws where there is none such. */
export function knownModal(world: World, id: string): StoredView {
  const stored = world.views.get(id);
  if (stored?.type !== 'modal' || !stored.isOpen) throw new Error('there is no such modal open');
  return stored;
}

/** A channel that a test added, where somebody can do something: only members can in any but a public one. Throws where it added none such, or Slack would not let them. */
export function knownChannel(world: World, id: string, user: string): FakeChannel {
  const channel = world.channels.get(id);
  if (channel === undefined) throw new Error(`no channel ${id} in the fake Slack`);
  if (channel.kind !== 'public' && !channel.members.includes(user))
    throw new Error(`${user} is not in ${id}, and only its members can do anything there`);
  return channel;
}
