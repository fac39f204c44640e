import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { standingWords } from '#src/access/standing-words.ts';
import { answer } from '#src/answer.ts';
import { seal, type Intent } from '#src/bot/seal.ts';
import type { Delivered, FakeView } from '#test/support/slack/start-fake-slack.ts';
import { after, only } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { readAudit } from './read-audit.ts';
import { wordsOf } from './read-message.ts';
import { giveRole, seat, type Seat } from './seat.ts';
import { transports } from './transports.ts';
import { waitFor } from './wait-for.ts';

const nothing = { messages: [], told: [] };

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

  const type = ({ user, channel }: Seat, text = '') => scene.fake.command({ user, channel, text });
  const formOf = ({ user }: Seat): FakeView =>
    only(scene.fake.views().filter((view) => view.user === user && view.type === 'modal'));
  const open = async (at: Seat): Promise<FakeView> => {
    expect(await after(scene, () => type(at))).toEqual(nothing);
    return waitFor(() => scene.fake.views().find(({ user }) => user === at.user));
  };
  const search = async (at: Seat, query: string, field = 'place') => {
    const sent = await scene.fake.search({
      user: at.user,
      view: formOf(at),
      actionId: `mobility:${field}`,
      query,
    });
    expect(sent).toMatchObject({ timedOut: false, complaints: [] });
    // `as`: the fake has looked at it.
    const { options } = sent.ack as { options: { value: string; text: { text: string } }[] };
    return options.map(({ value }) => value);
  };
  const fill = async (at: Seat, field: string, value: string): Promise<void> => {
    const { hash } = formOf(at);
    const actionId = `mobility:${field}`;
    const came = await after(scene, () =>
      scene.fake.change({ user: at.user, view: formOf(at), actionId, value }),
    );
    expect(came).toEqual(nothing);
    await waitFor(() => (formOf(at).hash === hash ? undefined : true));
  };
  const choose = async (at: Seat, field: 'place' | 'beside', name: string): Promise<void> => {
    const [first] = await search(at, name, field);
    await fill(at, field, first ?? '');
  };
  const preview = (at: Seat) =>
    wordsOf(formOf(at).view).filter((line) => !line.includes('Choose '));
  const send = (at: Seat): Promise<Delivered> =>
    scene.fake.submit({ user: at.user, view: formOf(at), values: {} });
  const echoOf = async (text: string): Promise<string> => {
    const outcome = await answer(text, scene.edges);
    if (outcome.kind !== 'answered') throw new Error(`${text} is not answered`);
    return outcome.echo;
  };

  test('/mobility alone opens a form, which asks what its fields say, in words that it shows before', async () => {
    const at = seat(scene);
    await open(at);
    expect(wordsOf(formOf(at).view)).toContain(
      'Choose a place first. What you ask is then shown here in words.',
    );
    expect(await search(at, 'ald')).toEqual(['region:Alderton']);
    await fill(at, 'place', 'region:Alderton');
    expect(preview(at)).toContain(await echoOf('region:Alderton'));
    expect(preview(at)).toContain('/mobility region:Alderton');
    await fill(at, 'event', 'lift-date');
    expect(preview(at)).toContain(await echoOf('region:Alderton since:lift-date'));
    expect(preview(at)).toContain('/mobility region:Alderton since:lift-date');
    const { messages, told } = await after(scene, () => send(at), { messages: 1 });
    expect(told).toEqual([]);
    expect(formOf(at).isOpen).toBe(false);
    const message = only(messages);
    expect(message).toMatchObject({ channel: at.channel, threadTs: undefined });
    expect(wordsOf(message)[0]).toBe(await echoOf('region:Alderton since:lift-date'));
  });

  test('two places, days and a type of transport are asked as one question', async () => {
    const at = seat(scene);
    await open(at);
    await choose(at, 'place', 'Alderton');
    await choose(at, 'beside', 'Birchwick');
    await fill(at, 'from', '2022-03-07');
    await fill(at, 'to', '2022-05-08');
    const [mode] = scene.edges.desk.vocabulary.modes;
    await fill(at, 'mode', mode?.value ?? '');
    const text = `region:Alderton,Birchwick since:2022-03-07 until:2022-05-08 mode:${mode?.value}`;
    expect(preview(at)).toContain(`/mobility ${text}`);
    const { messages } = await after(scene, () => send(at), { messages: 1 });
    expect(wordsOf(only(messages))[0]).toBe(await echoOf(text));
  });

  test('what cannot be read is said in the form, with nothing lost, and mended there', async () => {
    const at = seat(scene);
    await open(at);
    await choose(at, 'place', 'Alderton');
    await fill(at, 'event', 'lift-date');
    await fill(at, 'from', '2022-03-07');
    const wrong = 'You gave since more than once. Keep one of them.';
    expect(preview(at)).toContain(wrong);
    expect(preview(at).join(' ')).not.toContain('/mobility');
    expect(await after(scene, () => send(at))).toEqual(nothing);
    expect(formOf(at)).toMatchObject({ isOpen: true, errors: { place: wrong } });
    await fill(at, 'from', '');
    const { messages } = await after(scene, () => send(at), { messages: 1 });
    expect(wordsOf(only(messages))[0]).toBe(await echoOf('region:Alderton since:lift-date'));
  });

  test('places that may not be asked about there are not offered', async () => {
    const narrow = seat(scene);
    const wide = seat(scene, { tier: 'wide' });
    for (const at of [narrow, wide]) await open(at);
    expect(await search(narrow, 'al')).toContain('region:Alderton');
    expect(await search(wide, 'al')).not.toContain('region:Alderton');
    expect(await search(wide, 'arden')).toContain('region:"North Arden"');
    expect(await search(narrow, 'zzyzx')).toEqual([]);
  });

  test('what a channel may not ask is said before and when it is sent', async () => {
    const at = seat(scene);
    await open(at);
    await choose(at, 'place', 'Alderton');
    scene.access.channels[at.channel] = 'wide';
    await fill(at, 'event', 'lift-date');
    const denied =
      'Places of this size cannot be asked about here. Here you can ask about regions and larger places.';
    expect(preview(at)).toContain(denied);
    expect(await after(scene, () => send(at))).toEqual(nothing);
    expect(formOf(at)).toMatchObject({ isOpen: true, errors: { place: denied } });
  });

  test.each([
    ['a channel that is not set up any more', 'channel', standingWords.noTier],
    ['a direct message of somebody who lost their role', 'direct', standingWords.noRole],
  ] as const)('in %s nothing is foreseen but that nothing can be asked', async (_, kind, words) => {
    const at = seat(scene, kind === 'direct' ? { kind, tier: undefined } : {});
    giveRole(scene, 'approver', { users: [at.user], alone: 'narrow' });
    await open(at);
    await choose(at, 'place', 'Alderton');
    expect(preview(at)).toContain('/mobility region:Alderton');
    delete scene.access.channels[at.channel];
    delete scene.access.roles.approver;
    await fill(at, 'event', 'lift-date');
    expect(preview(at)).toContain(words.join(' '));
    expect(preview(at).join(' ')).not.toContain('/mobility');
    expect(await after(scene, () => send(at))).toEqual(nothing);
    expect(formOf(at)).toMatchObject({ isOpen: true, errors: { place: words.join(' ') } });
    await fill(at, 'place', '');
    expect(preview(at)).toContain(words.join(' '));
  });

  test.each([
    ['where no tier is set', { tier: undefined }, {}],
    ['for somebody from elsewhere', {}, { isStranger: true }],
    ['for a guest', {}, { isGuest: true }],
  ])('no form opens %s: they are told why, as of a question', async (_, seating, about) => {
    const at = seat(scene, seating);
    const user = scene.fake.addUser(about);
    const there = { user: user.id, channel: at.channel };
    const channel = await after(scene, () => type(there), { told: 1 });
    expect(channel.messages).toEqual([]);
    expect(scene.fake.views().filter((view) => view.user === user.id)).toEqual([]);
    const asked = await after(scene, () => type(there, 'region:Alderton'), { told: 1 });
    const [first] = only(asked.told).text.split('\n');
    expect(only(channel.told).text.split('\n')[0]).toBe(first);
  });

  test('with no release that answers they are told so', async () => {
    const at = seat(scene);
    scene.answering = undefined;
    const { told } = await after(scene, () => type(at), { told: 1 });
    scene.answering = scene.edges;
    expect(only(told).text).toContain('No release of the data is live');
  });

  test('in a direct message it asks for the asker alone, where a role allows it', async () => {
    const user = scene.fake.addUser().id;
    const channel = scene.fake.addChannel({ kind: 'direct', members: [user] }).id;
    const at = { user, channel };
    const { told } = await after(scene, () => type(at), { told: 1 });
    expect(told).toHaveLength(1);
    giveRole(scene, 'analyst', { users: [user], alone: 'narrow' });
    await open(at);
    expect(wordsOf(formOf(at).view)).toContain('Only you see the answer.');
    await choose(at, 'place', 'Alderton');
    const { messages } = await after(scene, () => send(at), { messages: 1 });
    expect(only(messages)).toMatchObject({ channel });
  });

  test('the last of several quick changes is what the form shows', async () => {
    const at = seat(scene);
    await open(at);
    await choose(at, 'place', 'Alderton');
    const view = formOf(at);
    const change = (actionId: string, value: string) =>
      scene.fake.change({ user: at.user, view, actionId, value });
    await Promise.all([change('mobility:event', 'lift-date'), change('mobility:to', '2022-05-08')]);
    await waitFor(() =>
      preview(at).includes('/mobility region:Alderton since:lift-date until:2022-05-08')
        ? true
        : undefined,
    );
  });

  test('an edit after another changed the form is shown all the same', async () => {
    const at = seat(scene);
    await open(at);
    await choose(at, 'place', 'Alderton');
    scene.fake.fail('views.update', { kind: 'error', error: 'hash_conflict' });
    await fill(at, 'event', 'lift-date');
    expect(preview(at)).toContain('/mobility region:Alderton since:lift-date');
  });

  test('a form that was closed meanwhile is left alone', async () => {
    const at = seat(scene);
    await open(at);
    await choose(at, 'place', 'Alderton');
    scene.fake.fail('views.update', { kind: 'error', error: 'not_found' });
    const change = { user: at.user, view: formOf(at), actionId: 'mobility:event' };
    await after(scene, () => scene.fake.change({ ...change, value: 'lift-date' }));
    await waitFor(() =>
      scene.fake.calls().some(({ error }) => error === 'not_found') ? true : undefined,
    );
  });

  test('sent twice it is answered once; a second /mobility opens a new form', async () => {
    const at = seat(scene);
    await open(at);
    await choose(at, 'place', 'Alderton');
    const { messages } = await after(
      scene,
      async () => {
        const sent = await send(at);
        return [sent, await scene.fake.redeliver(sent)];
      },
      { messages: 1 },
    );
    expect(messages).toHaveLength(1);
    await after(scene, () => type(at));
    await waitFor(() =>
      scene.fake.views().filter(({ user }) => user === at.user).length === 2 ? true : undefined,
    );
  });

  describe('forged', () => {
    const compose: Intent = { kind: 'compose' };
    const mac = (text: string) => scene.parts.mac(text);
    const states: readonly (readonly [string, (at: Seat) => string])[] = [
      ['nothing', () => ''],
      ['nonsense', () => 'f'.repeat(100)],
      [
        "somebody else's state",
        ({ channel }) => seal(compose, { as: 'form', channel, user: 'U0OTHER' }, mac),
      ],
      [
        'the state of a button',
        ({ channel, user }) => seal(compose, { as: 'button', channel, user }, mac),
      ],
      [
        'the state of the other form',
        ({ channel, user }) =>
          seal({ kind: 'change', text: 'status' }, { as: 'form', channel, user }, mac),
      ],
      ['no channel', ({ user }) => seal(compose, { as: 'form', channel: undefined, user }, mac)],
    ];

    test.each(states)(
      'with %s it asks nothing, shows nothing and finds nothing',
      async (_, state) => {
        const at = seat(scene);
        await open(at);
        await choose(at, 'place', 'Alderton');
        const before = (await readAudit(scene, 'interaction.refused')).length;
        const { hash } = formOf(at);
        const forged = { user: at.user, view: formOf(at), privateMetadata: state(at) };
        const searched = await scene.fake.search({
          ...forged,
          actionId: 'mobility:place',
          query: 'b',
        });
        expect(searched.ack).toEqual({ options: [] });
        await after(scene, () =>
          scene.fake.change({ ...forged, actionId: 'mobility:event', value: 'lift-date' }),
        );
        expect(await after(scene, () => scene.fake.submit({ ...forged, values: {} }))).toEqual(
          nothing,
        );
        expect(formOf(at)).toMatchObject({
          hash,
          isOpen: true,
          errors: { place: expect.stringContaining('not valid here') as string },
        });
        const refused = (await readAudit(scene, 'interaction.refused')).slice(before);
        expect(refused).toMatchObject(
          Array.from({ length: 3 }, () => ({ actor: { id: at.user }, decision: 'notSealed' })),
        );
      },
    );
  });
});
