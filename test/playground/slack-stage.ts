import { z } from 'zod';
import { channelId } from '#src/access/room.ts';
import { foundTown, groupOf } from '#src/edges/slack/local/town.ts';
import type { LiveRelease } from '#src/bot/live-release.ts';
import type {
  FakeChannel,
  FakeEphemeral,
  FakeMessage,
} from '#test/support/slack/start-fake-slack.ts';
import { openScene } from '#test/bot/open-scene.ts';
import { tiers } from './open-playground.ts';
import { named, placeOf, type Stage } from './stage.ts';

/** Each field is alone in its block. */
const actionOf = (block: string): string => `mobility:${block}`;

const found = z.object({ options: z.array(z.object({ value: z.string() })) });

/** The people and channels of the local page, in the fake Slack. */
export async function openSlackStage(release: LiveRelease): Promise<Stage> {
  const scene = await openScene({ parts: { release } });
  const { fake, access } = scene;
  const town = foundTown(tiers);
  const people = town.people.map(({ id, name, role, isGuest }) => {
    const user = fake.addUser({ name, isGuest });
    if (role !== undefined) {
      const { alone } = town.access.roles[role] ?? {};
      const group = fake.addUserGroup({ users: [user.id], handle: groupOf(role) }).id;
      access.roles[role] = alone === undefined ? { group } : { group, alone };
    }
    return { ...user, name, local: id };
  });
  const channels: (FakeChannel & { readonly name: string })[] = [];
  for (const { id, name, kind, isShared, members } of town.channels) {
    const there = people.filter(({ local }) => members.includes(local)).map((one) => one.id);
    if (kind === 'direct') continue;
    const channel = fake.addChannel({
      name,
      kind,
      members: there,
      isExtShared: isShared,
      isShared,
    });
    channels.push(channel);
    const tier = town.access.channels[id];
    if (tier !== undefined) access.channels[channelId.parse(channel.id)] = tier;
  }
  const all = (): readonly (FakeMessage | FakeEphemeral)[] =>
    [...fake.messages(), ...fake.ephemerals()].sort((a, b) => a.ts.localeCompare(b.ts));
  const message = (at: number): FakeMessage | FakeEphemeral => {
    const found = all()[at];
    if (found === undefined) throw new Error(`there is no message ${at}`);
    return found;
  };
  const viewOf = (name: string, type: 'modal' | 'home') =>
    fake
      .views()
      .findLast((view) => view.user === named(name, people).id && view.view.type === type);
  const formOf = (name: string) => {
    const view = viewOf(name, 'modal');
    if (view === undefined) throw new Error(`${name} has no form`);
    return view;
  };
  const done = async (delivery: Promise<{ readonly complaints: readonly string[] }>) => {
    const { complaints } = await delivery;
    if (complaints.length > 0) throw new Error(complaints.join('; '));
  };
  return {
    command: (name, channel, text) =>
      done(
        fake.command({ user: named(name, people).id, channel: named(channel, channels).id, text }),
      ),
    press: (name, at, actionId) =>
      done(fake.press({ user: named(name, people).id, message: message(at), actionId })),
    explain: (name, at) => {
      const explained = message(at);
      if (!('threadTs' in explained)) throw new Error(`message ${at} is for one person alone`);
      const user = named(name, people).id;
      const { channel } = explained;
      return done(
        fake.shortcut({ user, channel, message: explained, callbackId: 'mobility:explain' }),
      );
    },
    mention: (name, channel, at, text) =>
      done(
        fake.mention({
          user: named(name, people).id,
          channel: named(channel, channels).id,
          text: `@Mobility ${text}`,
          ...(at === undefined ? {} : { thread: message(at).ts }),
        }),
      ),
    pressHome: (name, label) => done(fake.press({ user: named(name, people).id, label })),
    submit: async (name, filled) => {
      const values = Object.fromEntries(
        Object.entries(filled).map(([block, value]) => [actionOf(block), value]),
      );
      await done(fake.submit({ user: named(name, people).id, view: formOf(name), values }));
      const { errors } = formOf(name);
      return Object.values(errors).join(' ') || undefined;
    },
    edit: (name, block, filled) =>
      done(
        fake.change({
          user: named(name, people).id,
          view: formOf(name),
          actionId: actionOf(block),
          value: filled[block] ?? '',
        }),
      ),
    search: async (name, block, query) => {
      const user = named(name, people).id;
      const searched = fake.search({ user, view: formOf(name), actionId: actionOf(block), query });
      const { ack } = await searched;
      return found.parse(ack).options.map(({ value }) => value);
    },
    openHome: (name) =>
      done(fake.event({ type: 'app_home_opened', user: named(name, people).id, tab: 'home' })),
    form: (name) => {
      const view = viewOf(name, 'modal');
      return view?.isOpen === true ? view.view : undefined;
    },
    home: (name) => viewOf(name, 'home')?.view,
    messages: () => {
      const messages = all();
      return messages.map((each) => ({
        channel: channels.find(({ id }) => id === each.channel)?.name ?? '',
        thread: placeOf('threadTs' in each ? each.threadTs : each.inThread, messages),
        onlyFor: 'threadTs' in each ? undefined : people.find(({ id }) => id === each.user)?.name,
        text: each.text,
        blocks: each.blocks,
      }));
    },
    close: () => scene.close(),
  };
}
