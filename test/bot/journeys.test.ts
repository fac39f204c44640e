import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '#src/answer.ts';
import type { Delivered, FakeMessage } from '#test/support/slack/start-fake-slack.ts';
import { after, only } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { buttonsOf, labelsOf, rowsOf, wordsOf } from './read-message.ts';
import { seat, type Seat } from './seat.ts';
import { transports } from './transports.ts';

const question = 'region:Alderton since:lift-date';

describe.each(transports)('over %s', (transport) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await openScene({ transport });
  });
  afterAll(() => scene.close());
  afterEach(() => {
    expect(scene.reports).toEqual([]);
    expect(scene.fake.orphans()).toEqual([]);
  });

  const ask = ({ user, channel }: Seat, text: string): Promise<Delivered> =>
    scene.fake.command({ user, channel, text });
  const answerTo = async (at: Seat, text: string): Promise<FakeMessage> => {
    const { messages, told } = await after(scene, () => ask(at, text), { messages: 1 });
    expect(told).toEqual([]);
    return only(messages);
  };
  const press = (user: string, message: FakeMessage, action: string): Promise<Delivered> =>
    scene.fake.press({ user, message, actionId: `mobility:${action}` });
  /** What the pipeline itself answers to a question: its sentences and table. */
  const expected = async (text: string) => {
    const outcome = await answer(text, scene.edges);
    if (outcome.kind !== 'answered') throw new Error(`${text} is not answered`);
    return outcome;
  };
  const expectAnswer = async (message: FakeMessage, text: string): Promise<void> => {
    const { echo, reply } = await expected(text);
    if (echo !== '') expect(wordsOf(message)).toContain(echo);
    expect(wordsOf(message).join(' ')).toContain(reply.sentences[0]?.text);
    const [columns] = rowsOf(message);
    expect(columns ?? []).toEqual(reply.table.columns);
  };

  test('a question is answered in one message, with all that belongs to it', async () => {
    const at = seat(scene);
    const message = await answerTo(at, question);
    expect(message).toMatchObject({ channel: at.channel, user: scene.fake.botUserId });
    expect(message.threadTs).toBeUndefined();
    expect(message.blocks.map(({ type }) => type)).toEqual([
      'context',
      'rich_text',
      'rich_text',
      'image',
      'data_table',
      'context',
      'actions',
    ]);
    const { echo, reply } = await expected(question);
    const [first, headline, ...others] = wordsOf(message);
    const sentences = reply.sentences.map(({ text }) => text);
    expect(first).toBe(echo);
    expect([headline, others[0]].join(' ')).toBe(sentences.join(' '));
    for (const text of [...sentences, echo]) expect(message.text).toContain(text);
    expect(others.at(-1)).toMatch(
      /^Release tiny-1 · data to 22 May 2022 · flows of fewer than 10 devices protected, numbers rounded to 100 · query weekly-trips [0-9a-f]{12}$/u,
    );
    expect(rowsOf(message)).toEqual([
      reply.table.columns,
      ...reply.table.rows.map((row) => row.map((cell) => cell || '–')),
    ]);
    expect(labelsOf(message)).toEqual([
      'By day',
      'By type of transport',
      'Compare districts',
      'Table',
      'Method',
      'Change',
    ]);
    const image = message.blocks.find((block) => block.type === 'image');
    const file = only(scene.fake.files().filter(({ usedIn }) => usedIn.includes(message.ts)));
    expect(image).toMatchObject({
      slack_file: { id: file.id },
      alt_text: reply.chart?.alt.text,
    });
    expect(file).toMatchObject({ complete: true, ready: true, usedIn: [message.ts] });
    expect(file.bytes.subarray(1, 4).toString()).toBe('PNG');
  });

  test.each([
    {
      asked: question,
      next: {
        'by-day': `${question} by:day`,
        'by-mode': `${question} by:mode`,
        compare: 'region:Alderton,Birchwick since:lift-date',
        table: `${question} show:table`,
        method: `method ${question}`,
      },
    },
    {
      asked: 'region:Alderton,Birchwick',
      next: {
        table: 'region:Alderton,Birchwick show:table',
        method: 'method region:Alderton,Birchwick',
      },
    },
    {
      asked: 'flows destination:Alderton by:district',
      next: {
        table: 'flows destination:Alderton by:district show:table',
        method: 'method flows destination:Alderton by:district',
      },
    },
    { asked: `${question} show:table`, next: { method: `method ${question}` } },
    { asked: `${question} by:day`, next: { 'by-week': question } },
    { asked: `${question} by:mode`, next: { 'by-week': question } },
  ])('under $asked, each button asks what it says, in the thread', async ({ asked, next }) => {
    const at = seat(scene);
    const other = scene.fake.addUser().id;
    const first = await answerTo(at, asked);
    await expectAnswer(first, asked);
    const wanted = Object.entries(next);
    const offered = buttonsOf(first).map(({ action }) => action);
    expect(offered).toEqual(expect.arrayContaining(wanted.map(([action]) => action)));
    expect(offered.at(-1)).toBe('change');
    const { messages, told } = await after(
      scene,
      () => Promise.all(wanted.map(([action]) => press(other, first, action))),
      { messages: wanted.length },
    );
    expect(told).toEqual([]);
    expect(messages.map(({ threadTs }) => threadTs)).toEqual(wanted.map(() => first.ts));
    const heads = messages.map((message) => wordsOf(message)[0]);
    for (const [, text] of wanted) {
      const { echo } = await expected(text);
      const message = only(messages.filter((_, index) => heads[index] === echo));
      await expectAnswer(message, text);
    }
  });

  test('a button in a thread is answered in the same thread', async () => {
    const at = seat(scene);
    const first = await answerTo(at, `${question} show:table`);
    const method = only(
      (await after(scene, () => press(at.user, first, 'method'), { messages: 1 })).messages,
    );
    expect(labelsOf(method)).toEqual(['Change']);
    await after(scene, () => press(at.user, method, 'change'));
    const { messages } = await after(
      scene,
      () =>
        scene.fake.submit({
          user: at.user,
          view: only(scene.fake.views().filter(({ user }) => user === at.user)),
          values: { 'mobility:question': 'region:Birchwick show:table' },
        }),
      { messages: 1 },
    );
    expect(only(messages).threadTs).toBe(first.ts);
  });

  test('the form opens with the question, says what is wrong with another, and takes a right one', async () => {
    const at = seat(scene);
    const first = await answerTo(at, `${question} show:table`);
    const opened = await after(scene, () => press(at.user, first, 'change'));
    expect(opened).toEqual({ messages: [], told: [] });
    const form = () => only(scene.fake.views().filter(({ user }) => user === at.user));
    expect(JSON.stringify(form().view.blocks)).toContain(
      `"initial_value":"${question} show:table"`,
    );
    const send = (text: string) =>
      scene.fake.submit({
        user: at.user,
        view: form(),
        values: { 'mobility:question': text },
      });
    for (const _ of ['once', 'and again, unchanged']) {
      expect(await after(scene, () => send('region:Zzyzx show:table'))).toEqual(opened);
      expect(form().isOpen).toBe(true);
      expect(form().errors).toEqual({
        question: expect.stringContaining('We know no place called ‘Zzyzx’.') as string,
      });
    }
    const { messages } = await after(scene, () => send('region:Birchwick show:table'), {
      messages: 1,
    });
    expect(form().isOpen).toBe(false);
    expect(only(messages).threadTs).toBe(first.ts);
    await expectAnswer(only(messages), 'region:Birchwick show:table');
  });

  test('a form says what may not be asked in the channel', async () => {
    const at = seat(scene, { tier: 'wide' });
    const first = await answerTo(at, 'region:"North Arden" show:table');
    await after(scene, () => press(at.user, first, 'change'));
    const form = () => only(scene.fake.views().filter(({ user }) => user === at.user));
    const came = await after(scene, () =>
      scene.fake.submit({
        user: at.user,
        view: form(),
        values: { 'mobility:question': 'region:Alderton' },
      }),
    );
    expect(came).toEqual({ messages: [], told: [] });
    expect(form().errors).toEqual({
      question:
        'Places of this size cannot be asked about here. Here you can ask about regions and larger places.',
    });
  });

  test.each([question, `method ${question}`, 'help', 'status', 'events'])(
    '"How was this worked out?" of the answer to %s',
    async (asked) => {
      const at = seat(scene);
      const first = await answerTo(at, asked === question ? `${asked} show:table` : asked);
      const { messages, told } = await after(
        scene,
        () => scene.fake.shortcut({ ...at, message: first, callbackId: 'mobility:explain' }),
        { messages: 1 },
      );
      expect(told).toEqual([]);
      expect(only(messages).threadTs).toBe(first.ts);
      await expectAnswer(
        only(messages),
        asked.includes('region') ? `method ${question}` : 'method',
      );
    },
  );

  test('"How was this worked out?" of what is no answer tells so', async () => {
    const at = seat(scene);
    const first = await answerTo(at, 'status');
    const { messages, told } = await after(
      scene,
      () =>
        scene.fake.shortcut({
          ...at,
          message: { ...first, ts: '1600000000.000100' },
          callbackId: 'mobility:explain',
        }),
      { told: 1 },
    );
    expect(messages).toEqual([]);
    expect(only(told).text).toContain('not one of my answers');
  });

  test.each([
    ['region:Zzyzx since:lift-date', 'We know no place called ‘Zzyzx’.'],
    ['regin:Alderton', 'There is no key called ‘regin’.'],
    ['region:Alderton since:2035-01-01', '1 January 2035 is outside the data'],
    ['<!channel> *hullo* &', 'We did not understand ‘channel hullo’.'],
  ])('/mobility %s is told to the asker alone, with a question that works', async (text, says) => {
    const at = seat(scene);
    const { messages, told } = await after(scene, () => ask(at, text), { told: 1 });
    expect(messages).toEqual([]);
    const refusal = only(told);
    expect(refusal).toMatchObject({ user: at.user, channel: at.channel });
    expect(refusal.text).toContain(says);
    expect(labelsOf(refusal)).toEqual(['Ask this instead']);
    const tried = /Try: \/mobility (?<example>.+)$/u.exec(refusal.text)?.groups?.['example'];
    const pressed = await after(
      scene,
      () => scene.fake.press({ user: at.user, message: refusal, actionId: 'mobility:try' }),
      { messages: 1 },
    );
    expect(pressed.told).toEqual([]);
    await expectAnswer(only(pressed.messages), tried ?? '');
  });

  test.each(['help', 'status', 'events', 'events region:"South Arden"', 'method'])(
    '/mobility %s is answered without a picture',
    async (text) => {
      const message = await answerTo(seat(scene), text);
      await expectAnswer(message, text);
      expect(JSON.stringify(message.blocks)).not.toContain('slack_file');
      expect(labelsOf(message)).toEqual(['Change']);
    },
  );
});
