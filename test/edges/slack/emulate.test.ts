import { WebClient } from '@slack/web-api';
import { createEmulator, type Emulator } from 'emulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { makeSlack } from '#src/edges/slack/client/make-slack.ts';
import type { Slack } from '#src/slack-port.ts';
import {
  aPage,
  answerWith,
  channelOf,
  faultOf,
  personOf,
  picture,
  words,
} from '#test/edges/slack/client/rig.ts';

// Somebody else's Slack: that our own fake is not merely the mirror of our own code. It checks no blocks, no `slack_file`, no rate limits, no share and guest flags,
// and knows no user groups and no `response_url`: the last two tests show what comes of that, and the rest of it is left to the fake.
const leastScopes =
  'commands chat:write files:write files:read channels:read groups:read users:read usergroups:read im:write app_mentions:read';
const botToken = 'xoxb-emulated-bot';
const channel = 'C000000001';

let emulator: Emulator;
let slack: Slack;
/** What a person with every scope sees. */
let eyes: WebClient;

beforeAll(async () => {
  emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        strict_scopes: true,
        users: [{ name: 'ann', email: 'ann@example.org' }],
        tokens: [
          { token: botToken, type: 'bot', user: 'admin', scopes: leastScopes.split(' ') },
          {
            token: 'xoxp-emulated-eyes',
            type: 'user',
            user: 'admin',
            scopes: ['channels:history', 'files:read', 'users:read'],
          },
        ],
      },
    },
  });
  const apiUrl = `${emulator.url}/api/`;
  const clock = () => new Date();
  slack = makeSlack({ token: botToken, apiUrl, clock, report: () => '' });
  eyes = new WebClient('xoxp-emulated-eyes', { slackApiUrl: apiUrl });
});

afterAll(() => emulator.close());

const messages = async () => (await eyes.conversations.history({ channel })).messages ?? [];

const findAnn = async () => {
  const { members = [] } = await eyes.users.list({});
  const id = members.find(({ name }) => name === 'ann')?.id;
  if (id === undefined) throw new Error('nobody is called ann');
  return personOf({ id });
};

test('a picture is uploaded, found ready, shown by a post and deleted', async () => {
  const place = await slack.reserveFile(picture, 'chart.png');
  await slack.sendFile(place, picture, 'A chart');
  const { file } = await eyes.files.info({ file: place.file });
  expect(file).toMatchObject({ name: 'chart.png', title: 'A chart', size: picture.png.length });
  const posted = await slack.post(channel, answerWith(place.file), undefined);
  expect(posted).toMatchObject({ kind: 'posted', shown: 'whole' });
  expect(JSON.stringify(await messages())).toContain(`{"id":"${place.file}"}`);
  await slack.deleteFile(place.file);
  await slack.deleteFile(place.file);
  await expect(eyes.files.info({ file: place.file })).rejects.toThrow('file_not_found');
});

test('a message is posted in a thread and changed', async () => {
  const first = await slack.post(channel, words, undefined);
  if (first.kind !== 'posted') throw new Error('not posted');
  await slack.post(channel, words, first.ts);
  await slack.update(channel, first.ts, { ...words, message: 'It says something else now.' });
  const changed = (await messages()).find(({ ts }) => ts === first.ts);
  expect(changed).toMatchObject({ reply_count: 1 });
  expect(changed?.text).toContain('It says something else now.');
});

test('a person is written to, and told the page of the bot', async () => {
  const ann = await findAnn();
  const direct = await slack.openDirect(ann);
  expect(await slack.openDirect(ann)).toBe(direct);
  expect(await slack.post(ann, words, undefined)).toMatchObject({ kind: 'posted' });
  await slack.showHome(ann, aPage('Mobility'));
});

test('a form opens once for a trigger', async () => {
  const given = await eyes.apiCall('views.generateTriggerId');
  const { trigger_id: trigger } = z.object({ trigger_id: z.string() }).parse(given);
  const form = { kind: 'change' as const, question: 'trend region:London', state: 'sealed' };
  await slack.openForm(trigger, form);
  expect(await faultOf(slack.openForm(trigger, form))).toMatchObject({ retryable: false });
});

test('an answer goes to an address of its own, as to an incoming webhook', async () => {
  await slack.respond(`${emulator.url}/services/T000000001/B000000001/X000000001`, words);
  expect((await messages())[0]?.text).toContain(words.message);
});

test('what does not exist is refused in the words of Slack', async () => {
  expect(await slack.post('C0NOWHERE', words, undefined)).toEqual({
    kind: 'refused',
    reason: 'channel_not_found',
  });
  expect(await faultOf(slack.update(channel, '1.000001', words))).toMatchObject({
    code: 'message_not_found',
  });
});

test('a room is not read, for it tells nothing of sharing: a fault, not an unshared room', async () => {
  const room = slack.readRoom(channelOf({ id: channel }), await findAnn());
  expect(await faultOf(room)).toMatchObject({ code: 'unexpected_answer' });
});

test('user groups are not known there', async () => {
  expect(await faultOf(slack.readGroup('S0GROUP'))).toMatchObject({ code: 'unavailable' });
});
