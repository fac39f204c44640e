import type { App, Receiver } from '@slack/bolt';
import { z } from 'zod';
import type { ChannelId } from '#src/access/room.ts';
import { escaped } from '#src/grammar/slack-escapes.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { Identity } from '../app/is-ours.ts';
import { commandName, explainShortcut, homeEvent, mentionEvent } from '../app/names.ts';
import type { LocalMessage } from './talk.ts';
import { findField, packView, type Filled } from './pack-view.ts';
import type { LocalForm } from './screens.ts';
import type { Workspace } from './workspace.ts';

/** The bot as a member of the local page. */
export const localIdentity: Identity = {
  app: 'A0LOCAL',
  team: 'T0LOCAL',
  enterprise: undefined,
  user: 'U0MOBILITY',
  bot: 'B0MOBILITY',
};

type Press = {
  readonly message: LocalMessage;
  readonly action: string;
  readonly block: string;
  readonly value: string;
};

/** What people do on the local page, delivered to Bolt's app as Slack delivers it. Each resolves once it is acknowledged. */
export type LocalReceiver = Receiver & {
  command(person: PersonId, channel: ChannelId, text: string): Promise<void>;
  press(person: PersonId, press: Press): Promise<void>;
  /** What is wrong, by the block of the field, where the form stays open. */
  submit(
    person: PersonId,
    form: LocalForm,
    filled: Filled,
  ): Promise<Readonly<Record<string, string>>>;
  /** Something was filled in a field that tells of it. */
  edit(person: PersonId, form: LocalForm, block: string, filled: Filled): Promise<void>;
  /** What there is to choose in a field in which one searches. */
  search(
    person: PersonId,
    form: LocalForm,
    block: string,
    query: string,
  ): Promise<readonly LocalChoice[]>;
  explain(person: PersonId, message: LocalMessage): Promise<void>;
  /** Somebody writes to the bot by its name. `thread`: the message that it answers. */
  mention(
    person: PersonId,
    channel: ChannelId,
    thread: string | undefined,
    text: string,
  ): Promise<void>;
  openHome(person: PersonId): Promise<void>;
  /** A button on the bot's page. */
  pressHome(person: PersonId, button: Omit<Press, 'message'>): Promise<void>;
};

const alone = z.object({ text: z.string() });
const wrong = z.object({
  response_action: z.literal('errors'),
  errors: z.record(z.string(), z.string()),
});

const found = z.object({
  options: z.array(
    z
      .object({
        value: z.string(),
        text: z.object({ text: z.string() }),
        description: z.object({ text: z.string() }).optional(),
      })
      .transform(({ value, text, description }): LocalChoice => ({
        value,
        label: text.text,
        hint: description?.text,
      })),
  ),
});

/** One of a list. */
export type LocalChoice = {
  readonly value: string;
  readonly label: string;
  readonly hint: string | undefined;
};

/** A receiver over a workspace. */
export function makeLocalReceiver(workspace: Workspace): LocalReceiver {
  let app: App | undefined;
  let count = 0;
  const deliver = async (body: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const answered = Promise.withResolvers<unknown>();
    const ack = (response?: unknown): Promise<void> => Promise.resolve(answered.resolve(response));
    await app?.processEvent({ body: { ...body, api_app_id: localIdentity.app }, ack });
    return answered.promise;
  };
  const event = async (told: Readonly<Record<string, unknown>>): Promise<void> => {
    count += 1;
    await deliver({
      team_id: localIdentity.team,
      type: 'event_callback',
      event_id: `Ev${count}`,
      event: told,
    });
  };
  const interaction = (person: PersonId, channel: ChannelId) => ({
    team: { id: localIdentity.team },
    user: { id: person },
    channel: { id: channel },
    trigger_id: workspace.triggers.issue(person),
    response_url: workspace.replies.issue({ person, channel }),
  });
  return {
    init: (given) => {
      app = given;
    },
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    command: async (person, channel, text) => {
      const said = await deliver({
        team_id: localIdentity.team,
        command: commandName,
        trigger_id: workspace.triggers.issue(person),
        user_id: person,
        channel_id: channel,
        text: escaped(text),
        response_url: workspace.replies.issue({ person, channel }),
      });
      const { data } = alone.safeParse(said);
      if (data !== undefined)
        workspace.talk.add({ channel, onlyFor: person, text: data.text, blocks: [] });
    },
    press: async (person, { message, action, block, value }) => {
      const { channel, ts, thread, onlyFor } = message;
      await deliver({
        ...interaction(person, channel),
        type: 'block_actions',
        container: {
          message_ts: ts,
          is_ephemeral: onlyFor !== undefined,
          ...(thread === undefined ? {} : { thread_ts: thread }),
        },
        actions: [{ type: 'button', action_id: action, block_id: block, value }],
      });
    },
    submit: async (person, form, filled) => {
      const answer = await deliver({
        type: 'view_submission',
        team: { id: localIdentity.team },
        user: { id: person },
        view: packView(form, filled),
      });
      const { data } = wrong.safeParse(answer);
      if (data === undefined) workspace.screens.closeForm(person);
      return data?.errors ?? {};
    },
    edit: async (person, form, block, filled) => {
      const field = findField(form, block);
      if (field === undefined) return;
      await deliver({
        type: 'block_actions',
        team: { id: localIdentity.team },
        user: { id: person },
        trigger_id: workspace.triggers.issue(person),
        container: { type: 'view', view_id: form.id },
        view: packView(form, filled),
        actions: [
          { type: field.element.type, action_id: field.element.action_id, block_id: block },
        ],
      });
    },
    search: async (person, form, block, query) => {
      const field = findField(form, block);
      if (field?.element.type !== 'external_select') return [];
      const answer = await deliver({
        type: 'block_suggestion',
        team: { id: localIdentity.team },
        user: { id: person },
        action_id: field.element.action_id,
        block_id: block,
        value: query,
        view: packView(form, {}),
      });
      return found.parse(answer).options;
    },
    explain: async (person, { channel, ts }) => {
      await deliver({
        ...interaction(person, channel),
        type: 'message_action',
        callback_id: explainShortcut,
        message: { ts },
      });
    },
    mention: async (person, channel, thread, text) => {
      const said = { channel, thread, author: person, text: `@Mobility ${text}`, blocks: [] };
      const ts = workspace.talk.add(said);
      await event({
        type: mentionEvent,
        user: person,
        channel,
        text: `<@${localIdentity.user}> ${escaped(text)}`,
        ts,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      });
    },
    openHome: (person) => event({ type: homeEvent, user: person, tab: 'home' }),
    pressHome: async (person, { action, block, value }) => {
      await deliver({
        type: 'block_actions',
        team: { id: localIdentity.team },
        user: { id: person },
        trigger_id: workspace.triggers.issue(person),
        container: { type: 'view' },
        view: { type: 'home' },
        actions: [{ type: 'button', action_id: action, block_id: block, value }],
      });
    },
  };
}
