import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '#src/answer.ts';
import type { Delivered, FakeMessage } from '#test/support/slack/start-fake-slack.ts';
import { after, only } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { directWords, labelsOf, wordsOf } from './read-message.ts';
import { seat, type Seat } from './seat.ts';
import { transports } from './transports.ts';

describe.each(transports)('over %s', (transport) => {
  let scene: Scene;
  /** So many faults were looked at. */
  let seen = 0;
  let lastTs = 1_700_000_000;
  beforeAll(async () => {
    scene = await openScene({ transport });
  });
  afterAll(() => scene.close());
  afterEach(() => {
    scene.fake.mend();
    expect(scene.reports.slice(seen)).toEqual([]);
    seen = scene.reports.length;
    expect(scene.fake.orphans()).toEqual([]);
  });

  /** The name of a message that somebody writes. */
  const newTs = (): string => {
    lastTs += 1;
    return `${lastTs}.000100`;
  };
  const mention = (at: Seat, text: string, more: object = {}): Promise<Delivered> =>
    scene.fake.mention({ ...at, text: `@Mobility ${text}`, ...more });
  const answerTo = async (at: Seat, text: string): Promise<FakeMessage> => {
    const asked = () => scene.fake.command({ ...at, text });
    return only((await after(scene, asked, { messages: 1 })).messages);
  };
  const goOn = async (at: Seat, thread: string, text: string): Promise<FakeMessage> => {
    const { messages, told } = await after(scene, () => mention(at, text, { thread }), {
      messages: 1,
    });
    expect(told).toEqual([]);
    return only(messages);
  };
  const echoOf = async (text: string): Promise<string> => {
    const outcome = await answer(text, scene.edges);
    if (outcome.kind !== 'answered') throw new Error(`${text} is not answered`);
    return outcome.echo;
  };

  test('in the thread of an answer it goes on from the last answer there, and is answered there', async () => {
    const at = seat(scene);
    const first = await answerTo(at, 'region:Alderton since:lift-date show:table');
    const second = await goOn(at, first.ts, 'and for Birchwick?');
    expect(second.threadTs).toBe(first.ts);
    expect(wordsOf(second)[0]).toBe(await echoOf('region:Birchwick since:lift-date show:table'));
    const other = { ...at, user: scene.fake.addUser().id };
    const third = await goOn(other, first.ts, 'by day');
    expect(third.threadTs).toBe(first.ts);
    expect(wordsOf(third)[0]).toBe(
      await echoOf('region:Birchwick since:lift-date by:day show:table'),
    );
  });

  test('an answer that stands in a thread of somebody else is gone on from there', async () => {
    const at = seat(scene);
    const ts = newTs();
    const asked = () => mention(at, 'region:Alderton show:table', { ts });
    const first = only((await after(scene, asked, { messages: 1 })).messages);
    expect(first.threadTs).toBe(ts);
    const second = await goOn(at, ts, 'what about Birchwick');
    expect(second.threadTs).toBe(ts);
    expect(wordsOf(second)[0]).toBe(await echoOf('region:Birchwick show:table'));
  });

  test('elsewhere it is a question by itself, answered in a thread under it', async () => {
    const at = seat(scene);
    await answerTo(at, 'region:Alderton since:lift-date show:table');
    const ts = newTs();
    const asked = () => mention(at, 'how did trips to Birchwick change, as a table?', { ts });
    const { messages, told } = await after(scene, asked, { messages: 1 });
    expect(told).toEqual([]);
    expect(only(messages).threadTs).toBe(ts);
    expect(wordsOf(only(messages))[0]).toContain('Birchwick');
    const thread = newTs();
    const inThread = await goOn(at, thread, 'region:Birchwick since:lift-date');
    expect(inThread.threadTs).toBe(thread);
    expect(wordsOf(inThread)[0]).toBe(await echoOf('region:Birchwick since:lift-date'));
  });

  test('what Slack escaped is read as it was typed, and names of people are no part of it', async () => {
    const at = seat(scene);
    const colleague = scene.fake.addUser().id;
    const first = await answerTo(at, 'region:Alderton show:table');
    const event = {
      type: 'app_mention',
      user: at.user,
      channel: at.channel,
      text: `<@${scene.fake.botUserId}> for <@${colleague}|someone> Birchwick &amp; Alderton?`,
      ts: newTs(),
      thread_ts: first.ts,
    };
    const { messages } = await after(scene, () => scene.fake.event(event), { messages: 1 });
    expect(wordsOf(only(messages))[0]).toBe(await echoOf('region:Birchwick,Alderton show:table'));
  });

  test('what cannot be read is told to whoever wrote it alone, where they wrote it, with what to try there', async () => {
    const at = seat(scene);
    const first = await answerTo(at, 'region:Alderton show:table');
    const { messages, told } = await after(
      scene,
      () => mention(at, 'thanks!', { thread: first.ts }),
      { told: 1 },
    );
    expect(messages).toEqual([]);
    const refusal = only(told);
    expect(refusal).toMatchObject({ user: at.user, channel: at.channel, inThread: first.ts });
    expect(refusal.text).toContain('We did not understand ‘thanks’.');
    expect(labelsOf(refusal)).toEqual(['Ask this instead']);
    const press = () =>
      scene.fake.press({ user: at.user, message: refusal, actionId: 'mobility:try' });
    const pressed = await after(scene, press, { messages: 1 });
    expect(only(pressed.messages).threadTs).toBe(first.ts);
  });

  test('where nobody has answered yet, a refusal stands in the channel, or nobody would see it', async () => {
    const at = seat(scene);
    const { told } = await after(scene, () => mention(at, 'regin:Alderton'), { told: 1 });
    expect(only(told)).toMatchObject({ user: at.user, channel: at.channel, inThread: undefined });
  });

  test('what may not be asked there is refused as any question is, and recorded', async () => {
    const at = seat(scene, { tier: 'wide' });
    const first = await answerTo(at, 'region:"North Arden" show:table');
    const before = (await readAudit(scene, 'answer.refused')).length;
    const asked = () => mention(at, 'and Alderton?', { thread: first.ts });
    const { messages, told } = await after(scene, asked, { told: 1 });
    expect(messages).toEqual([]);
    expect(only(told).text).toContain('Places of this size cannot be asked about here.');
    expect((await readAudit(scene, 'answer.refused')).slice(before)).toMatchObject([
      { actor: { id: at.user }, reason: 'level', ask: 'region:Alderton show:table' },
    ]);
    const press = () =>
      scene.fake.press({ user: at.user, message: only(told), actionId: 'mobility:nearest' });
    const pressed = await after(scene, press, { messages: 1 });
    expect(only(pressed.messages).threadTs).toBe(first.ts);
  });

  test.each([
    ['a guest', {}, { isGuest: true }],
    ['somebody from elsewhere', {}, { isStranger: true }],
    ['somebody in a channel that is not set up', { tier: undefined }, {}],
  ])('%s is told why nothing is answered', async (_, seating, about) => {
    const at = seat(scene, seating);
    const user = scene.fake.addUser(about).id;
    const members = [at.user, user];
    const channel = scene.fake.addChannel({ members, ...seating });
    if (!('tier' in seating)) scene.access.channels[channel.id] = 'narrow';
    const asked = () => mention({ user, channel: channel.id }, 'region:Alderton');
    const { messages, told } = await after(scene, asked, { told: 1 });
    expect(messages).toEqual([]);
    expect(only(told).user).toBe(user);
  });

  test('it is taken once, however often it is delivered, and not again when it is edited', async () => {
    const at = seat(scene);
    const ts = newTs();
    const { messages } = await after(
      scene,
      async () => {
        const sent = await mention(at, 'region:Alderton show:table', { ts });
        return [sent, await scene.fake.redeliver(sent)];
      },
      { messages: 1 },
    );
    expect(messages).toHaveLength(1);
    for (const more of [{ edited: { user: at.user, ts: newTs() } }, {}])
      expect(await after(scene, () => mention(at, 'region:Birchwick', { ts, more }))).toEqual({
        messages: [],
        told: [],
      });
  });

  test('what a program writes is passed over', async () => {
    const at = seat(scene);
    for (const more of [{ bot_id: 'B0OTHER' }, { subtype: 'bot_message' }])
      expect(await after(scene, () => mention(at, 'region:Alderton', { more }))).toEqual({
        messages: [],
        told: [],
      });
  });

  test('whom Slack does not let be told there is told in a direct message', async () => {
    const at = seat(scene);
    scene.fake.fail('chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' });
    const { messages, told } = await after(scene, () => mention(at, 'regin:Alderton'), {
      messages: 1,
    });
    expect(told).toEqual([]);
    expect(directWords(only(messages))).toContain('There is no key called ‘regin’.');
    expect(scene.reports.slice(seen)).toMatchObject([{ code: 'user_not_in_channel' }]);
    seen = scene.reports.length;
  });
});
