import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FormAnswer } from '#src/incoming.ts';
import { busy, unreadable } from '#src/refusal.ts';
import { buttons, startWorld, type Transport, type World } from './start-world.ts';

const busyWords = `${busy.message} ${busy.next}`;
const slow = async (ms: number, answer: FormAnswer): Promise<FormAnswer> => setTimeout(ms, answer);
/** Text of a pattern, where a whole value is compared. */
const like = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const close: FormAnswer = { kind: 'close' };

describe.each<Transport>(['http', 'socket'])('over %s', (transport) => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld({ transport, limits: { mostTakes: 2, formMs: 700 } });
  });
  afterEach(() => world.close());

  const codes = () => world.faults.map(({ code }) => code);
  const ask = (text: string) =>
    world.slack.command({ user: world.user, channel: world.channel, text });
  const fill = () => {
    world.answer = () => slow(1500, close);
    return Promise.all([ask('one'), ask('two')]);
  };

  test('a command is acknowledged with nothing and taken as Slack escaped it', async () => {
    const { slack, user, channel } = world;
    const where = slack.addChannel({ name: 'other' });
    const delivered = await ask('region:"A & B" <3 #other');
    expect(delivered).toMatchObject({ timedOut: false, complaints: [] });
    expect(slack.ephemerals()).toEqual([]);
    expect(world.taken).toEqual([
      {
        kind: 'command',
        key: like(/^command:.+\.trigger$/u),
        user,
        channel,
        text: `region:"A &amp; B" &lt;3 <#${where.id}|other>`,
        trigger: like(/\.trigger$/u),
        responseUrl: like(/\/commands\//u),
      },
    ]);
    expect(world.faults).toEqual([]);
  });

  test('a command longer than any question is taken as far as shows that it is too long', async () => {
    await ask('x'.repeat(9000));
    expect(world.taken).toMatchObject([{ text: 'x'.repeat(4000) }]);
  });

  test('a press is taken with its action, its sealed value and its message', async () => {
    const message = await world.message();
    const { user, channel } = world;
    const pressed = await world.slack.press({ user, message, actionId: 'mobility:by-week' });
    expect(pressed).toMatchObject({ timedOut: false, complaints: [] });
    expect(world.taken).toEqual([
      {
        kind: 'press',
        key: like(/^press:.+\.trigger$/u),
        user,
        channel,
        action: 'by-week',
        value: 'sealed week',
        message: { ts: message.ts },
        trigger: like(/\.trigger$/u),
        responseUrl: like(/\/actions\//u),
      },
    ]);
  });

  test('a press in a thread names the thread; one under words only the asker sees names no message', async () => {
    const { slack, client, user, channel, message } = world;
    const parent = await message();
    await world.post({ thread_ts: parent.ts });
    const reply = slack.messages(channel).at(-1);
    if (reply === undefined) throw new Error('no reply');
    await slack.press({ user, message: reply, actionId: 'mobility:by-week' });
    await client.chat.postEphemeral({ channel, user, text: 'alone', blocks: [...parent.blocks] });
    const alone = slack.ephemerals(user).at(-1);
    if (alone === undefined) throw new Error('nothing was said alone');
    await slack.press({ user, message: alone, actionId: 'mobility:by-week' });
    expect(world.taken).toMatchObject([
      { message: { ts: reply.ts, thread: parent.ts } },
      { kind: 'press' },
    ]);
    expect(world.taken[1]).not.toHaveProperty('message');
  });

  test('the shortcut and the opened page are taken; the page of messages is not', async () => {
    const { slack, user, channel } = world;
    const message = await world.message();
    await slack.shortcut({ user, channel, message, callbackId: 'mobility:explain' });
    const home = await slack.event({ type: 'app_home_opened', user, tab: 'home' });
    await slack.event({ type: 'app_home_opened', user, tab: 'messages' });
    expect(home).toMatchObject({ timedOut: false, complaints: [] });
    expect(home).not.toHaveProperty('retry');
    expect(world.taken).toEqual([
      {
        kind: 'explain',
        key: like(/^explain:.+\.trigger$/u),
        user,
        channel,
        message: { ts: message.ts },
        responseUrl: like(/\/app\//u),
      },
      { kind: 'home', key: like(/^home:Ev/u), user },
    ]);
    expect(world.faults).toEqual([]);
  });

  test('a message that names the bot is taken, with its thread; what a program wrote is not', async () => {
    const { slack, user, channel } = world;
    const parent = await world.message();
    const text = '@Mobility and by rail & bus?';
    const thread = parent.ts;
    const sent = await slack.mention({ user, channel, text, thread, ts: '1700000000.000100' });
    expect(sent).toMatchObject({ timedOut: false, complaints: [] });
    expect(sent).not.toHaveProperty('retry');
    await slack.mention({ user, channel, text, more: { bot_id: 'B0OTHER' } });
    expect(world.taken).toEqual([
      {
        kind: 'mention',
        key: `mention:${channel}:1700000000.000100`,
        user,
        channel,
        text: `<@${slack.botUserId}> and by rail &amp; bus?`,
        ts: '1700000000.000100',
        thread,
      },
    ]);
    expect(world.faults).toEqual([]);
  });

  test('a question that is wrong is said in the form, and mended there it is another delivery', async () => {
    const { slack, user } = world;
    const view = await world.form();
    const submit = (typed: string) => slack.submit({ user, view, values: { typed } });
    const opened = () => slack.views().find(({ id }) => id === view.id);
    world.answer = async () => ({ kind: 'wrong', message: 'We know no such place. Try: help' });
    expect(await submit('region:Nowhere')).toMatchObject({ timedOut: false, complaints: [] });
    expect(opened()).toMatchObject({
      isOpen: true,
      errors: { question: 'We know no such place. Try: help' },
    });
    world.answer = async () => close;
    expect(await submit('region:London')).toMatchObject({ timedOut: false, complaints: [] });
    expect(opened()).toMatchObject({ isOpen: false });
    const sent = world.taken.filter(({ kind }) => kind === 'submission');
    expect(sent).toMatchObject([
      { state: 'sealed form', question: 'region:Nowhere', user },
      { state: 'sealed form', question: 'region:London', user },
    ]);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
  });

  const found: FormAnswer = {
    kind: 'found',
    choices: [{ value: 'region:London', label: 'London', hint: 'region, England' }],
  };
  const search = (view: { readonly id: string }) =>
    world.slack.search({ user: world.user, view, actionId: 'mobility:place', query: 'lon' });
  const choose = (view: { readonly id: string }) =>
    world.slack.change({
      user: world.user,
      view,
      actionId: 'mobility:place',
      value: 'region:London',
    });

  test('what is typed in a menu, chosen and sent is taken, and answered where somebody waits', async () => {
    const { slack, user } = world;
    const view = await world.askForm();
    world.taken.length = 0;
    world.answer = async ({ kind }) => (kind === 'search' ? found : close);
    const searched = await search(view);
    expect(searched).toMatchObject({ timedOut: false, complaints: [] });
    expect(searched.ack).toEqual({
      options: [
        {
          value: 'region:London',
          text: { type: 'plain_text', text: 'London', emoji: false },
          description: { type: 'plain_text', text: 'region, England', emoji: false },
        },
      ],
    });
    expect(await choose(view)).toMatchObject({ timedOut: false, complaints: [] });
    const sent = await slack.submit({ user, view, values: {} });
    expect(sent).toMatchObject({ timedOut: false, complaints: [] });
    const fields = { place: 'region:London' };
    const state = 'sealed form';
    expect(world.taken).toEqual([
      { kind: 'search', key: like(/^search:/u), user, state, query: 'lon' },
      {
        kind: 'edit',
        key: like(/^edit:.+\.trigger$/u),
        user,
        state,
        fields,
        view: { id: view.id, hash: view.hash },
      },
      { kind: 'composed', key: like(/^submission:/u), user, state, fields },
    ]);
    expect(slack.views().find(({ id }) => id === view.id)?.isOpen).toBe(false);
    expect(world.faults).toEqual([]);
  });

  test('nothing is offered where the office is slow, full or says nothing', async () => {
    const view = await world.askForm();
    world.answer = () => slow(1500, found);
    const late = await search(view);
    expect(late).toMatchObject({ timedOut: false, complaints: [], ack: { options: [] } });
    await setTimeout(1000);
    await fill();
    expect(await search(view)).toMatchObject({ complaints: [], ack: { options: [] } });
    expect(codes()).toEqual(['busy']);
    await setTimeout(1600);
    world.answer = async () => close;
    expect(await search(view)).toMatchObject({ complaints: [], ack: { options: [] } });
  });

  test('a form for a new question that is wrong says so under its first field', async () => {
    const { slack, user } = world;
    const view = await world.askForm();
    world.answer = async ({ kind }) => (kind === 'search' ? found : close);
    await search(view);
    await choose(view);
    world.answer = async () => ({ kind: 'wrong', message: 'Not here.' });
    const sent = await slack.submit({ user, view, values: {} });
    expect(sent).toMatchObject({ timedOut: false, complaints: [] });
    expect(slack.views().find(({ id }) => id === view.id)).toMatchObject({
      isOpen: true,
      errors: { place: 'Not here.' },
    });
  });

  test('a form closes when the office is slow', async () => {
    const { slack, user } = world;
    const view = await world.form();
    world.answer = () => slow(1500, { kind: 'wrong', message: 'too late' });
    const sent = await slack.submit({ user, view, values: { typed: 'help' } });
    expect(sent).toMatchObject({ timedOut: false, complaints: [] });
    expect(sent.ackMs).toBeGreaterThan(650);
    expect(sent.ackMs).toBeLessThan(1300);
    expect(slack.views().find(({ id }) => id === view.id)?.isOpen).toBe(false);
  });

  test('a slow office delays no acknowledgement', async () => {
    const { slack, user, channel } = world;
    const message = await world.message();
    world.answer = () => slow(1500, close);
    const acks = [
      await ask('slow'),
      await slack.press({ user, message, actionId: 'mobility:by-week' }),
    ];
    expect(world.taken.length).toBe(2);
    world.taken.length = 0;
    await setTimeout(1600);
    acks.push(
      await slack.shortcut({ user, channel, message, callbackId: 'mobility:explain' }),
      await slack.event({ type: 'app_home_opened', user, tab: 'home' }),
    );
    expect(world.taken.length).toBe(2);
    for (const { ackMs } of acks) expect(ackMs).toBeLessThan(500);
  });

  test('with the office full, whoever asks, presses, explains or submits is asked to try again', async () => {
    const { slack, user, channel } = world;
    const view = await world.form();
    const message = await world.message();
    await fill();
    world.taken.length = 0;
    const third = await ask('three');
    expect(third).toMatchObject({ timedOut: false, complaints: [] });
    expect(third.ackMs).toBeLessThan(500);
    await slack.press({ user, message, actionId: 'mobility:by-week' });
    await slack.shortcut({ user, channel, message, callbackId: 'mobility:explain' });
    await slack.submit({ user, view, values: { typed: 'help' } });
    await slack.event({ type: 'app_home_opened', user, tab: 'home' });
    await expect
      .poll(() => slack.ephemerals(user).map(({ text }) => text))
      .toEqual([busyWords, busyWords, busyWords]);
    expect(slack.views().find(({ id }) => id === view.id)?.errors).toEqual({
      question: busyWords,
    });
    expect(slack.messages(channel).find(({ ts }) => ts === message.ts)?.text).toBe('an answer');
    expect(world.taken).toEqual([]);
    expect(codes()).toEqual(['busy']);
    await setTimeout(1600);
    world.answer = async () => close;
    await ask('again');
    expect(world.taken).toMatchObject([{ text: 'again' }]);
  });

  test('with the office full, what can be answered nowhere is given to the office to be turned away', async () => {
    const { slack, client, user, channel } = world;
    const view = { type: 'home' as const, blocks: [{ ...buttons, block_id: 'page' }] };
    await client.views.publish({ user_id: user, view });
    await fill();
    world.taken.length = 0;
    const sent = [
      await slack.mention({ user, channel, text: '@Mobility help', ts: '1700000000.000100' }),
      await slack.press({ user, label: 'mobility:by-week' }),
      await slack.event({ type: 'app_home_opened', user, tab: 'home' }),
    ];
    for (const { timedOut, complaints, ackMs } of sent) {
      expect({ timedOut, complaints }).toEqual({ timedOut: false, complaints: [] });
      expect(ackMs).toBeLessThan(500);
    }
    const turned = [
      { kind: 'mention', left: 'turnedAway' },
      { kind: 'pagePress', left: 'turnedAway' },
    ];
    expect(world.taken).toMatchObject(turned);
    // As many are turned away at one time as are taken.
    await slack.press({ user, label: 'mobility:by-week' });
    expect(world.taken).toHaveLength(2);
    expect(codes()).toEqual(['busy', 'not_told']);
  });

  test('a form whose fields cannot be read stays open and says so', async () => {
    const { slack, user } = world;
    const view = await world.askForm([
      {
        type: 'input',
        block_id: 'a-field-of-another-version',
        label: { type: 'plain_text', text: 'Day' },
        element: { type: 'datepicker', action_id: 'mobility:day', initial_date: '2022-01-03' },
      },
    ]);
    world.answer = async ({ kind }) => (kind === 'search' ? found : close);
    await search(view);
    const sent = await slack.submit({ user, view, values: { 'mobility:place': 'region:London' } });
    expect(sent).toMatchObject({ timedOut: false, complaints: [] });
    expect(slack.views().find(({ id }) => id === view.id)).toMatchObject({
      isOpen: true,
      errors: { place: `${unreadable.message} ${unreadable.next}` },
    });
    expect(codes()).toContain('unreadable');
  });

  test('where somebody cannot be told to try again, the operator hears of it', async () => {
    const { slack, user } = world;
    const message = await world.message();
    await fill();
    slack.fail('response_url', { kind: 'http', status: 500 });
    await slack.press({ user, message, actionId: 'mobility:by-week' });
    await expect.poll(codes).toEqual(['busy', 'not_told']);
  });

  test('what is not known is acknowledged and reported, and not taken', async () => {
    const { slack, user, channel } = world;
    const message = await world.message();
    const unknown = [
      await slack.press({ user, message, actionId: 'someone:else' }),
      await slack.shortcut({ user, channel, message, callbackId: 'someone:else' }),
      await slack.command({ user, channel, text: 'x', command: '/elsewhere' }),
    ];
    for (const { timedOut, complaints, ackMs } of unknown) {
      expect({ timedOut, complaints }).toEqual({ timedOut: false, complaints: [] });
      expect(ackMs).toBeLessThan(500);
    }
    expect(world.taken).toEqual([]);
    expect(codes()).toEqual(['unknown_delivery']);
  });

  test('an event that is not as documented is acknowledged and reported', async () => {
    for (const event of [
      { type: 'app_home_opened', tab: 'home' },
      { type: 'app_home_opened', tab: 'home', user: { id: 'U1' } },
      { type: 'app_home_opened', tab: 'home', user: 'not an ID' },
    ])
      expect(await world.slack.event(event)).toMatchObject({ timedOut: false, complaints: [] });
    expect(world.taken).toEqual([]);
    expect(codes()).toEqual(['unreadable']);
  });

  test('an office that breaks its word is reported, and the form closes', async () => {
    const view = await world.form();
    world.answer = async () => Promise.reject(new Error('a secret of the office'));
    const sent = await world.slack.submit({
      user: world.user,
      view,
      values: { typed: 'help' },
    });
    expect(sent).toMatchObject({ timedOut: false, complaints: [] });
    expect(codes()).toEqual(['not_taken']);
  });

  test('the same delivery again has the same key', async () => {
    const { slack, user, channel } = world;
    const message = await world.message();
    const view = await world.form();
    world.taken.length = 0;
    const first = [
      await ask('help'),
      await slack.press({ user, message, actionId: 'mobility:by-week' }),
      await slack.shortcut({ user, channel, message, callbackId: 'mobility:explain' }),
      await slack.submit({ user, view, values: { typed: 'help' } }),
      await slack.event({ type: 'app_home_opened', user, tab: 'home' }),
    ];
    for (const each of first) await slack.redeliver(each);
    const keys = world.taken.map(({ key }) => key);
    expect(keys.length).toBe(10);
    expect(keys.slice(5)).toEqual(keys.slice(0, 5));
    expect(new Set(keys).size).toBe(5);
  });
});

describe.each<Transport>(['http', 'socket'])('a delivery over %s', (transport) => {
  test.each([
    ['workspace', { team: 'T0THER' }],
    ['app', { app: 'A0THER' }],
  ] as const)('for another %s is acknowledged, refused and reported', async (_, other) => {
    const world = await startWorld({
      transport,
      identity: ({ teamId, appId, botUserId }) => ({
        app: appId,
        team: teamId,
        enterprise: undefined,
        user: botUserId,
        bot: 'B0',
        ...other,
      }),
    });
    try {
      const { slack, user, channel } = world;
      const message = await world.message();
      const refused = [
        await slack.command({ user, channel, text: 'help' }),
        await slack.press({ user, message, actionId: 'mobility:by-week' }),
        await slack.shortcut({ user, channel, message, callbackId: 'mobility:explain' }),
        await slack.event({ type: 'app_home_opened', user, tab: 'home' }),
      ];
      for (const each of refused) expect(each).toMatchObject({ timedOut: false, complaints: [] });
      expect(world.taken).toEqual([]);
      expect(world.faults.map(({ code }) => code)).toEqual(['not_ours']);
    } finally {
      await world.close();
    }
  });
});
