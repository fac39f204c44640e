import { describe, expect, test } from 'vitest';
import {
  aPage,
  anAskForm,
  answerWith,
  channelOf,
  countCalls,
  faultOf,
  personOf,
  typeCommand,
  withRig,
  words,
  type Rig,
} from './rig.ts';

/** Somebody who typed a command. */
async function asked(rig: Rig) {
  const asker = rig.fake.addUser();
  const channel = rig.fake.addChannel({ members: [asker.id] });
  return { asker, channel, ...(await typeCommand(rig, asker.id, channel.id)) };
}

test(
  'an answer to one person is seen by them alone',
  withRig(async (rig) => {
    const { asker, responseUrl } = await asked(rig);
    await rig.slack.respond(responseUrl, words);
    expect(rig.fake.ephemerals(asker.id)).toHaveLength(1);
    expect(rig.fake.ephemerals(asker.id)[0]?.text).toContain(words.message);
    expect(rig.fake.messages()).toEqual([]);
  }),
);

test(
  'an answer whose picture cannot be shown loses it',
  withRig(async (rig) => {
    const { asker, responseUrl } = await asked(rig);
    await rig.slack.respond(responseUrl, answerWith('F0GONE'));
    expect(rig.fake.ephemerals(asker.id)).toHaveLength(1);
    expect(rig.reports).toMatchObject([{ code: 'invalid_blocks' }]);
  }),
);

describe('an answer that fails is a fault, and is not sent again where it may have arrived', () => {
  test.each([
    ['500', { kind: 'http', status: 500 }, { code: 'unavailable', retryable: true }, 0],
    [
      '429',
      { kind: 'ratelimited', retryAfterS: 3 },
      { code: 'ratelimited', retryAfterMs: 3000 },
      0,
    ],
    ['no answer', { kind: 'hang' }, { code: 'timeout' }, 0],
    ['broken after', { kind: 'resetAfter' }, { code: 'unreachable' }, 1],
    ['a page of HTML, 200', { kind: 'http', status: 200 }, { code: 'unavailable' }, 0],
    [
      'an error that is no word',
      { kind: 'error', error: 'Not a word' },
      { code: 'unavailable' },
      0,
    ],
    [
      'in words',
      { kind: 'error', error: 'cannot_respond' },
      { code: 'cannot_respond', retryable: false },
      0,
    ],
  ] as const)('%s', (_, failure, said, count) =>
    withRig(async (rig) => {
      const { responseUrl } = await asked(rig);
      rig.fake.fail('response_url', failure);
      expect(await faultOf(rig.slack.respond(responseUrl, words))).toMatchObject(said);
      expect(countCalls(rig, 'response_url')).toBe(1);
      expect(rig.fake.ephemerals()).toHaveLength(count);
    })(),
  );

  test(
    'where Slack cannot be reached',
    withRig(async (rig) => {
      const { responseUrl } = await asked(rig);
      rig.fake.down();
      expect(await faultOf(rig.slack.respond(responseUrl, words))).toMatchObject({
        code: 'unreachable',
        retryable: true,
      });
    }),
  );

  test(
    'a sixth use of the address',
    withRig(async (rig) => {
      const { responseUrl } = await asked(rig);
      for (let use = 0; use < 5; use += 1) await rig.slack.respond(responseUrl, words);
      expect(await faultOf(rig.slack.respond(responseUrl, words))).toMatchObject({
        code: 'used_url',
        retryable: false,
      });
      expect(rig.fake.ephemerals()).toHaveLength(5);
    }),
  );
});

test(
  'an answer is sent again where no connection was made',
  withRig(async (rig) => {
    const { asker, responseUrl } = await asked(rig);
    rig.fake.down();
    const sent = rig.slack.respond(responseUrl, words);
    setTimeout(rig.fake.up, 100);
    await sent;
    expect(rig.fake.ephemerals(asker.id)).toHaveLength(1);
  }),
);

test(
  'an answer goes nowhere but to Slack',
  withRig(async ({ slack }) => {
    const addresses = [
      'https://hooks.slack.com.example.org/commands/1',
      'https://files.slack.com/commands/1',
      'http://hooks.slack.com/commands/1',
      'https://hooks.slack.com:8443/commands/1',
      'https://name@hooks.slack.com/commands/1',
      'http://127.0.0.1:1/commands/1',
      'nonsense',
    ];
    for (const address of addresses)
      expect(await faultOf(slack.respond(address, words)), address).toMatchObject({
        code: 'bad_address',
      });
  }),
);

test(
  'a form opens once for a press, and says so where the moment has passed',
  withRig(async (rig) => {
    const { asker, trigger } = await asked(rig);
    await rig.slack.openForm(trigger, {
      kind: 'change',
      question: 'trend region:London',
      state: 'sealed',
    });
    expect(rig.fake.views()).toMatchObject([
      { user: asker.id, type: 'modal', view: { private_metadata: 'sealed' } },
    ]);
    const again = rig.slack.openForm(trigger, {
      kind: 'change',
      question: 'trend',
      state: 'sealed',
    });
    expect(await faultOf(again)).toMatchObject({ code: 'exchanged_trigger_id', retryable: false });
  }),
);

test(
  'somebody is told something in a channel or a thread, visible to them alone',
  withRig(async ({ fake, slack }) => {
    const asker = fake.addUser();
    const channel = fake.addChannel({ members: [asker.id] });
    const to = { channel: channelOf(channel), person: personOf(asker), thread: undefined };
    await slack.whisper(to, words);
    const posted = await slack.post(channel.id, words, undefined);
    if (posted.kind !== 'posted') throw new Error('not posted');
    await slack.post(channel.id, words, posted.ts);
    await slack.whisper({ ...to, thread: posted.ts }, words);
    expect(fake.ephemerals(asker.id)).toMatchObject([
      { channel: channel.id, inThread: undefined },
      { channel: channel.id, inThread: posted.ts },
    ]);
    const stranger = { ...to, person: personOf(fake.addUser()) };
    expect(await faultOf(slack.whisper(stranger, words))).toMatchObject({
      code: 'user_not_in_channel',
      retryable: false,
    });
    fake.fail('chat.postEphemeral', { kind: 'error', error: 'invalid_blocks' });
    await slack.whisper(to, words);
    expect(fake.ephemerals(asker.id)).toHaveLength(3);
  }),
);

test(
  'an open form shows another preview, unless it has changed since it was read',
  withRig(async (rig) => {
    const { trigger } = await asked(rig);
    await rig.slack.openForm(trigger, anAskForm);
    const opened = rig.fake.views()[0];
    const at = { id: opened?.id ?? '', hash: opened?.hash };
    const saying = (says: string) => ({ ...anAskForm, preview: { says, typed: undefined } });
    await rig.slack.updateForm(at, saying('It asks this.'));
    expect(JSON.stringify(rig.fake.views()[0]?.view)).toContain('It asks this.');
    const stale = rig.slack.updateForm(at, saying('It asks that.'));
    expect(await faultOf(stale)).toMatchObject({ code: 'hash_conflict', retryable: false });
    await rig.slack.updateForm({ ...at, hash: undefined }, saying('It asks that.'));
    expect(JSON.stringify(rig.fake.views()[0]?.view)).toContain('It asks that.');
    const gone = rig.slack.updateForm({ id: 'V0NONE', hash: undefined }, anAskForm);
    expect(await faultOf(gone)).toMatchObject({ code: 'not_found' });
  }),
);

test(
  "the bot's page is shown to one person",
  withRig(async ({ fake, slack }) => {
    const person = fake.addUser();
    const channel = fake.addChannel();
    await slack.showHome(personOf(person), aPage(`trends in ${channel.name}`));
    expect(fake.views()).toMatchObject([{ user: person.id, type: 'home' }]);
    fake.fail('views.publish', { kind: 'error', error: 'not_enabled' });
    const page = aPage('');
    expect(await faultOf(slack.showHome(personOf(person), page))).toMatchObject({
      code: 'not_enabled',
    });
  }),
);
