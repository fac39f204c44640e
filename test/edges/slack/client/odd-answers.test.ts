import { createServer, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { makeSlack } from '#src/edges/slack/client/make-slack.ts';
import type { Slack } from '#src/slack-port.ts';
import { channelOf, faultOf, personOf, words } from './rig.ts';

const channel = channelOf({ id: 'C0CHANNEL' });
const asker = personOf({ id: 'U0ASKER' });

type Odd = (response: ServerResponse) => void;

/** A server that answers every request oddly, and the bot's side of it. `asked`: how many requests came. */
async function withOdd(
  answer: Odd,
  run: (slack: Slack, asked: () => number) => Promise<void>,
): Promise<void> {
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    request.resume();
    request.on('end', () => answer(response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const slack = makeSlack({
    token: 'xoxb-token',
    apiUrl: `http://127.0.0.1:${address.port}/api/`,
    deadlineMs: 3000,
    clock: () => new Date(0),
    report: () => '',
  });
  try {
    await run(slack, () => asked);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const json =
  (status: number, body: object, headers: Record<string, string> = {}): Odd =>
  (response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));

test.each<[string, Odd, object]>([
  [
    "503 in Slack's own words",
    json(503, { ok: false, error: 'service_unavailable' }),
    { kind: 'notPosted', reason: 'service_unavailable' },
  ],
  [
    "500 in Slack's own words, of which part may be done",
    json(500, { ok: false, error: 'fatal_error' }),
    { kind: 'unknown', reason: 'fatal_error' },
  ],
  ['500 in other words', json(500, { message: 'no' }), { kind: 'unknown', reason: 'unavailable' }],
  ['429 that names no time', json(429, {}), { kind: 'notPosted', reason: 'ratelimited' }],
  [
    '200 that says too many requests',
    json(200, { ok: false, error: 'ratelimited' }, { 'retry-after': '7' }),
    { kind: 'notPosted', reason: 'ratelimited', retryAfterMs: 7000 },
  ],
  [
    'an error that is no word',
    json(200, { ok: false, error: 'Text of SOMEBODY' }),
    { kind: 'unknown', reason: 'unavailable' },
  ],
  [
    'done, without a name',
    json(200, { ok: true }),
    { kind: 'unknown', reason: 'unexpected_answer' },
  ],
  [
    'elsewhere',
    (response) => response.writeHead(302, { location: '/api/elsewhere' }).end(),
    { kind: 'unknown', reason: 'connection_lost' },
  ],
  [
    'broken off in the middle of an answer',
    (response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{"ok":');
      setTimeout(() => response.destroy(), 20);
    },
    { kind: 'unknown', reason: 'connection_lost' },
  ],
  [
    'never ending',
    (response) => response.writeHead(200).write('{"ok":'),
    { kind: 'unknown', reason: 'timeout' },
  ],
])(
  'of a post that is answered oddly no more is believed than it says: %s',
  async (_, odd, result) => {
    await withOdd(odd, async (slack, asked) => {
      expect(await slack.post('C0CHANNEL', words, undefined)).toMatchObject(result);
      expect(asked()).toBe(1);
    });
  },
);

test.each<[string, object, string]>([
  [
    'members',
    { ok: true },
    'usergroups.users.list: the answer of Slack is not as documented: users',
  ],
  [
    'members',
    { ok: true, users: [1] },
    'usergroups.users.list: the answer of Slack is not as documented: users.0',
  ],
])(
  'where Slack leaves out what it promised nothing is guessed: %s, %o',
  async (_, body, message) => {
    await withOdd(json(200, body), async (slack) => {
      expect(await faultOf(slack.readGroup('S0GROUP'))).toMatchObject({
        code: 'unexpected_answer',
        retryable: false,
        message,
      });
    });
  },
);

/** What suits every read of a room, of which nobody but the bot is a member. */
const room = {
  ok: true,
  user_id: 'U0BOT',
  team_id: 'T0TEAM',
  members: ['U0BOT'],
  channel: {
    is_private: false,
    is_member: true,
    is_archived: false,
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    is_pending_ext_shared: false,
  },
};

test('a list that never ends is given up', async () => {
  const page = { ...room, response_metadata: { next_cursor: 'again' } };
  await withOdd(json(200, page), async (slack, asked) => {
    expect(await faultOf(slack.readRoom(channel, asker))).toMatchObject({
      code: 'unexpected_answer',
    });
    expect(asked()).toBeLessThan(6);
  });
});

test.each<[object, boolean]>([
  [{}, false],
  [{ pending_shared: ['T0ELSE'] }, true],
  [{ pending_connected_team_ids: ['T0ELSE'] }, true],
  [{ is_pending_ext_shared: true }, true],
])('a share that is offered is known by any of its marks: %o', async (marks, isShareOffered) => {
  const marked = { ...room, channel: { ...room.channel, ...marks } };
  await withOdd(json(200, marked), async (slack) => {
    expect(await slack.readRoom(channel, asker)).toMatchObject({ isShareOffered, hasBot: true });
  });
});

test.each([
  [true, ['U0BOT'], true],
  [false, ['U0BOT'], false],
  [true, [], false],
])(
  'the bot is in a channel where both answers say so: %s, %o',
  async (isMember, members, hasBot) => {
    const said = { ...room, members, channel: { ...room.channel, is_member: isMember } };
    await withOdd(json(200, said), async (slack) => {
      expect(await slack.readRoom(channel, asker)).toMatchObject({ hasBot });
    });
  },
);

test('an answer that is not as documented is described without its IDs', async () => {
  const file = { ok: true, file: { shares: { public: { C0SECRET: 'none' } } } };
  await withOdd(json(200, file), async (slack) => {
    expect((await faultOf(slack.findByFile(channel, 'F0FILE'))).message).toBe(
      'files.info: the answer of Slack is not as documented: file.shares.public',
    );
  });
});

test('a channel of which a flag of sharing is not told is a fault, not unshared', async () => {
  const { is_private, is_archived, is_shared, is_org_shared } = room.channel;
  const untold = { ...room, channel: { is_private, is_archived, is_shared, is_org_shared } };
  await withOdd(json(200, untold), async (slack) => {
    expect((await faultOf(slack.readRoom(channel, asker))).message).toBe(
      'conversations.info: the answer of Slack is not as documented: channel.is_ext_shared, channel.is_pending_ext_shared',
    );
  });
});

test('the token leaves encrypted, or to this computer alone', () => {
  const make = (apiUrl: string) => () =>
    makeSlack({ token: 'xoxb-token', apiUrl, clock: () => new Date(0), report: () => '' });
  expect(make('http://slack.example.org/api/')).toThrow('must begin with https://');
  expect(make('http://127.0.0.1.example.org/api/')).toThrow('must begin with https://');
  expect(make('https://slack-gov.com/api/')).not.toThrow();
  expect(make('http://localhost:4003/api/')).not.toThrow();
});
