import type { ModalView } from '@slack/types';
import { WebClient } from '@slack/web-api';
import { startFront, type Front, type FrontLimits } from '#src/edges/slack/app/start-front.ts';
import type { Identity } from '#src/edges/slack/app/is-ours.ts';
import type { Fault } from '#src/fault.ts';
import type { FormAnswer, Incoming } from '#src/incoming.ts';
import {
  startFakeSlack,
  type FakeMessage,
  type FakeSlack,
  type FakeView,
} from '#test/support/slack/start-fake-slack.ts';

/** A front between a fake Slack and an office that notes what it is given. `answer`: what the office says to each; set by a test. */
export type World = {
  readonly slack: FakeSlack;
  readonly front: Front;
  readonly url: string | undefined;
  readonly taken: Incoming[];
  readonly faults: Fault[];
  answer: (delivered: Incoming) => Promise<FormAnswer>;
  readonly client: WebClient;
  readonly user: string;
  readonly channel: string;
  readonly post: (thread: { readonly thread_ts?: string }) => Promise<void>;
  readonly message: () => Promise<FakeMessage>;
  readonly form: () => Promise<FakeView>;
  /** An open form with a menu that is searched in, and `more` below it. */
  readonly askForm: (more?: ModalView['blocks']) => Promise<FakeView>;
  readonly close: () => Promise<void>;
};

export type Transport = 'http' | 'socket';

type Options = {
  readonly transport: Transport;
  readonly limits?: Partial<FrontLimits>;
  readonly identity?: (slack: FakeSlack) => Identity;
};

export async function startWorld({ transport, limits, identity }: Options): Promise<World> {
  const slack = await startFakeSlack();
  const taken: Incoming[] = [];
  const faults: Fault[] = [];
  const { botToken: token, apiUrl, signingSecret, appToken } = slack;
  const office = {
    take: async (delivered: Incoming): Promise<FormAnswer> => {
      taken.push(delivered);
      return world.answer(delivered);
    },
  };
  const front = await startFront({
    mode:
      transport === 'http'
        ? { kind: 'http', signingSecret, host: '127.0.0.1', port: 0 }
        : { kind: 'socket', appToken },
    token,
    apiUrl,
    office,
    report: (fault) => faults.push(fault),
    ...(limits === undefined ? {} : { limits }),
    ...(identity === undefined ? {} : { identity: identity(slack) }),
  });
  if (front.url !== undefined) slack.connectHttp(`${front.url}/slack/events`);
  const client = new WebClient(token, { slackApiUrl: apiUrl });
  const user = slack.addUser().id;
  const channel = slack.addChannel({ members: [user], hasBot: true }).id;
  const post = async (thread: { readonly thread_ts?: string }): Promise<void> => {
    const said = { channel, text: 'an answer', blocks: [buttons], ...thread };
    await client.apiCall('chat.postMessage', said);
  };
  const message = async (): Promise<FakeMessage> => {
    await post({});
    const posted = slack.messages(channel).at(-1);
    if (posted === undefined) throw new Error('nothing was posted');
    return posted;
  };
  const openForm = async (view: ModalView): Promise<FakeView> => {
    await slack.press({ user, message: await message(), actionId: 'mobility:change' });
    const press = taken.at(-1);
    if (press?.kind !== 'press') throw new Error('no press was taken');
    await client.views.open({ trigger_id: press.trigger, view });
    const opened = slack.views().at(-1);
    if (opened === undefined) throw new Error('no view was opened');
    return opened;
  };
  const world: World = {
    slack,
    front,
    url: front.url,
    taken,
    faults,
    answer: async () => ({ kind: 'close' }),
    client,
    user,
    channel,
    message,
    post,
    form: () => openForm(form),
    askForm: (more = []) => openForm({ ...askForm, blocks: [...askForm.blocks, ...more] }),
    close: async () => {
      await front.stop();
      await slack.close();
    },
  };
  return world;
}

const button = (action: string, value: string) => ({
  type: 'button' as const,
  action_id: action,
  text: { type: 'plain_text' as const, text: action.slice(-20) },
  value,
});

/** Buttons of the bot, and of another. */
export const buttons = {
  type: 'actions' as const,
  elements: [
    button('mobility:by-week', 'sealed week'),
    button('mobility:change', 'sealed change'),
    button('someone:else', 'not ours'),
  ],
};

const form = {
  type: 'modal' as const,
  callback_id: 'mobility:change',
  private_metadata: 'sealed form',
  title: { type: 'plain_text' as const, text: 'Change' },
  submit: { type: 'plain_text' as const, text: 'Ask' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'question',
      label: { type: 'plain_text' as const, text: 'Question' },
      element: { type: 'plain_text_input' as const, action_id: 'typed' },
    },
  ],
};

const askForm = {
  type: 'modal' as const,
  callback_id: 'mobility:ask',
  private_metadata: 'sealed form',
  title: { type: 'plain_text' as const, text: 'Ask' },
  submit: { type: 'plain_text' as const, text: 'Ask' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'place',
      dispatch_action: true,
      label: { type: 'plain_text' as const, text: 'Place' },
      element: {
        type: 'external_select' as const,
        action_id: 'mobility:place',
        min_query_length: 1,
      },
    },
  ],
};
