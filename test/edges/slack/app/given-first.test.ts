import type { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { makeApp } from '#src/edges/slack/app/make-app.ts';

const identity = {
  app: 'A0FAKE',
  team: 'T0FAKE',
  enterprise: undefined,
  user: 'U0BOT',
  bot: 'B0BOT',
};
const from = {
  api_app_id: identity.app,
  trigger_id: '1.trigger',
  response_url: 'https://hooks.slack.com/actions/T0FAKE/1/invented',
};
const somewhere = {
  ...from,
  team: { id: identity.team },
  user: { id: 'U0SOMEBODY' },
  channel: { id: 'C0SOMEWHERE' },
};
const deliveries = {
  'a command': {
    ...from,
    team_id: identity.team,
    command: '/mobility',
    user_id: 'U0SOMEBODY',
    channel_id: 'C0SOMEWHERE',
    text: 'help',
  },
  'a press': {
    ...somewhere,
    type: 'block_actions',
    container: { message_ts: '1.000001' },
    actions: [{ type: 'button', action_id: 'mobility:table', block_id: 'b', value: 'sealed' }],
  },
  'a use of the shortcut': {
    ...somewhere,
    type: 'message_action',
    callback_id: 'mobility:explain',
    message: { ts: '1.000001' },
  },
};

test.each(Object.entries(deliveries))(
  'the office is given %s before it is acknowledged, so that it can keep it',
  async (_, body) => {
    const order: string[] = [];
    const told: string[] = [];
    let app: App | undefined;
    makeApp({
      receiver: {
        init: (given) => {
          app = given;
        },
        start: async () => undefined,
        stop: async () => undefined,
      },
      identity,
      office: {
        take: async () => {
          order.push('given');
          return { kind: 'close' };
        },
      },
      tell: (code) => told.push(code),
      fetch: () => Promise.reject(new Error('nobody is to be told')),
      mostTakes: 1,
      formMs: 1000,
    });
    await app?.processEvent({
      body,
      ack: async () => {
        order.push('acknowledged');
      },
    });
    expect(told).toEqual([]);
    expect(order).toEqual(['given', 'acknowledged']);
  },
);
