import { channelId, nothingAgainst, type ChannelId, type Room } from '#src/access/room.ts';
import type { Slack } from '#src/slack-port.ts';
import type { PersonId } from '#src/state/actor.ts';
import { makeSlackFault } from '../client/slack-fault.ts';
import { writeForm } from '../write/write-form.ts';
import { writeHome } from '../write/write-home.ts';
import { writePost } from '../write/write-post.ts';
import { groupOf, type LocalChannel } from './town.ts';
import type { Workspace } from './workspace.ts';

/** The local page in the place of Slack: everything is done at once. Throws `SlackFault` where a person, channel, message or address is not there. */
export function makeLocalSlack(workspace: Workspace): Slack {
  const { town, talk, files, screens } = workspace;
  const findChannel = (id: string): LocalChannel | undefined =>
    town.channels.find((channel) => channel.id === id);
  const directOf = (person: PersonId): ChannelId =>
    found(
      town.channels.find(({ kind, members }) => kind === 'direct' && members.includes(person)),
      'user_not_found',
    ).id;
  const placeOf = (to: string): ChannelId => {
    const person = town.people.find(({ id }) => id === to);
    return person === undefined
      ? found(findChannel(to), 'channel_not_found').id
      : directOf(person.id);
  };
  return {
    readRoom: (channel, asker) => {
      const local = findChannel(channel);
      return Promise.resolve(local && describe(local, asker, workspace));
    },
    readPerson: (person) => {
      const { isGuest } = found(
        town.people.find(({ id }) => id === person),
        'user_not_found',
      );
      return Promise.resolve({
        id: person,
        isGuest,
        isStranger: false,
        isBot: false,
        isDeleted: false,
      });
    },
    readGroup: (group) =>
      Promise.resolve(
        new Set(
          town.people
            .filter(({ role }) => role !== undefined && groupOf(role) === group)
            .map(({ id }) => id),
        ),
      ),
    openDirect: async (person) => directOf(person),
    reserveFile: () => {
      const file = files.reserve();
      return Promise.resolve({ file, url: file });
    },
    sendFile: ({ file }, { png }) => Promise.resolve(files.put(file, png)),
    deleteFile: (file) => Promise.resolve(files.drop(file)),
    post: async (to, post, thread) => {
      const message = writePost(post, 'whole');
      const ts = talk.add({ ...message, channel: placeOf(to), thread });
      return { kind: 'posted', ts, shown: 'whole' };
    },
    findByFile: () => Promise.resolve(undefined),
    update: async (channel, ts, post) => {
      if (!talk.change(channel, ts, writePost(post, 'whole'))) throw absent('message_not_found');
    },
    respond: async (address, post) => {
      const { person, channel } = found(workspace.replies.read(address), 'expired_url');
      const message = writePost(post, 'whole');
      talk.add({ ...message, channel, onlyFor: person });
    },
    whisper: async ({ channel, person, thread }, post) => {
      talk.add({ ...writePost(post, 'whole'), channel, thread, onlyFor: person });
    },
    openForm: async (trigger, form) => {
      const person = found(workspace.triggers.read(trigger), 'expired_trigger_id');
      screens.openForm(person, writeForm(form));
    },
    updateForm: async (view, form) => {
      const changed = screens.changeForm(view, writeForm(form));
      if (changed !== 'changed') throw absent(changed === 'closed' ? 'not_found' : 'hash_conflict');
    },
    showHome: (person, page) => Promise.resolve(screens.showHome(person, writeHome(page))),
  };
}

const absent = (code: string) =>
  makeSlackFault(code, `the local page answered ${code}`, { retryable: false });

function found<T>(value: T | undefined, code: string): T {
  if (value === undefined) throw absent(code);
  return value;
}

function describe(
  { id, kind, isShared, members }: LocalChannel,
  asker: PersonId,
  { town }: Workspace,
): Room | undefined {
  if (kind === 'direct' && !members.includes(asker)) return undefined;
  const isGuest = (person: PersonId) =>
    town.people.some((each) => each.id === person && each.isGuest);
  return {
    ...nothingAgainst,
    id: channelId.parse(id),
    kind,
    hasBot: true,
    hasAsker: members.includes(asker),
    isShared,
    members: members.length,
    guests: members.filter(isGuest).length,
  };
}
