import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeTinyEdges } from '#test/support/tiny-edges.ts';
import { waitFor } from '#test/bot/wait-for.ts';
import { openLocalStage } from './local-stage.ts';
import { openSlackStage } from './slack-stage.ts';
import type { Stage } from './stage.ts';

let close: () => Promise<void>;
let stages: readonly [Stage, Stage];
beforeAll(async () => {
  const tiny = await makeTinyEdges();
  const release = {
    current: () => tiny.edges,
    look: () => Promise.resolve(false),
    close: () => Promise.resolve(),
  };
  const [slack, local] = [await openSlackStage(release), await openLocalStage(release)];
  stages = [slack, local];
  close = async () => {
    await slack.close();
    await local.close();
    await tiny.close();
  };
});
afterAll(() => close());

const question = 'region:"North Arden" since:lift-date';
const official = 'An official';
const analyst = 'An analyst';

/** Has it done in both workspaces, and waits until so many messages came of it in each. */
async function both(count: number, act: (stage: Stage) => Promise<unknown>): Promise<void> {
  for (const stage of stages) {
    const before = stage.messages().length;
    await act(stage);
    await waitFor(() => (stage.messages().length >= before + count ? true : undefined), 20_000);
  }
}

/** Fields that hold an ID: of a file, a channel, a person; a thread's and a message's inside a seal. */
const isId = /^(?:id|channel|channel_id|user|thread|message)$/u;
const sealed = /^[0-9a-f]{64}(?<json>\{.+\})$/su;

/** With each ID as the how manyth it is, and without the seals over what is then laid open. */
function plain(seen: unknown, ids = new Map<string, string>()): unknown {
  const name = (id: string): string => {
    const known = ids.get(id) ?? `ID ${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  return JSON.parse(JSON.stringify(seen), (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (isId.test(key)) return name(value);
    const { json } = sealed.exec(value)?.groups ?? {};
    return json === undefined
      ? value.replaceAll(/(?<=<#)C[A-Z0-9]+(?=>)/gu, name)
      : { sealed: plain(JSON.parse(json), ids) };
  });
}

const expectSame = (look: (stage: Stage) => unknown): void => {
  const [slack, local] = stages;
  expect(plain(look(local))).toEqual(plain(look(slack)));
};

test('what people do comes to the same messages on the local page and in Slack', async () => {
  await both(1, (stage) => stage.command(official, 'wide', question));
  for (const action of ['by-day', 'by-mode', 'compare', 'table', 'method'])
    await both(1, (stage) => stage.press(official, 0, `mobility:${action}`));
  await both(1, (stage) => stage.explain(analyst, 0));
  await both(1, (stage) => stage.command(official, 'wide', 'region:Alderton'));
  await both(1, (stage) => stage.command(analyst, 'wide', 'region:Alderton'));
  await both(1, (stage) => stage.command(analyst, 'narrow', 'flows destination:Alderton'));
  await both(1, (stage) => stage.command(official, 'with-partners', question));
  await both(1, (stage) => stage.command('A guest', 'with-partners', question));
  await both(1, (stage) => stage.command(official, 'canteen', question));
  await both(1, (stage) => stage.command(official, 'wide', '<!channel> *hullo* & &lt;b&gt;'));
  const last = stages[0].messages().length - 1;
  await both(1, (stage) => stage.press(official, last, 'mobility:try'));
  // A button of a reply is answered in the same thread.
  await both(1, (stage) => stage.press(analyst, 4, 'mobility:method'));
  expectSame((stage) => stage.messages());
  expect(stages[1].messages()).toHaveLength(16);
}, 120_000);

test('a mention goes on from an answer in the same way, and is refused in the same way', async () => {
  await both(1, (stage) => stage.mention(analyst, 'wide', 0, 'and by mode?'));
  await both(1, (stage) => stage.mention(official, 'wide', 0, 'and hullo &lt;b&gt;?'));
  await both(1, (stage) => stage.mention(official, 'wide', 0, 'what about Alderton?'));
  await both(1, (stage) => stage.mention(official, 'with-partners', undefined, question));
  await both(1, (stage) => stage.mention(analyst, 'narrow', undefined, 'region:Alderton'));
  expectSame((stage) => stage.messages());
});

test('a form is the same, and says the same of what is wrong', async () => {
  await both(0, (stage) => stage.press(official, 0, 'mobility:change'));
  for (const stage of stages) await waitFor(() => stage.form(official));
  expectSame((stage) => stage.form(official));
  const said = await Promise.all(
    stages.map((stage) => stage.submit(official, { question: 'region:Zzyzx show:table' })),
  );
  expect(said[0]).toContain('We know no place called ‘Zzyzx’.');
  expect(said[1]).toBe(said[0]);
  await both(1, (stage) => stage.submit(official, { question: `${question} show:table` }));
  expect(stages.map((stage) => stage.form(official))).toEqual([undefined, undefined]);
  expectSame((stage) => stage.messages());
});

test('the form in which a question is put together is the same, with what it finds and foresees', async () => {
  await both(0, (stage) => stage.command(official, 'wide', ''));
  for (const stage of stages) await waitFor(() => stage.form(official));
  expectSame((stage) => stage.form(official));
  const found = await Promise.all(
    stages.map((stage) => stage.search(official, 'place', 'south ar')),
  );
  const [place] = found[0] ?? [];
  expect(place).toContain('South Arden');
  expect(found[1]).toEqual(found[0]);
  const filled = { place: place ?? '' };
  for (const stage of stages) {
    await stage.edit(official, 'place', filled);
    const isForeseen = () => JSON.stringify(stage.form(official)).includes('end in South Arden');
    await waitFor(() => (isForeseen() ? true : undefined));
  }
  expectSame((stage) => stage.form(official));
  await both(1, (stage) => stage.submit(official, filled));
  expectSame((stage) => stage.messages());
});

test.each([official, analyst, 'A guest'])(
  'the page of the bot is the same for %s',
  async (name) => {
    await both(0, (stage) => stage.openHome(name));
    for (const stage of stages) await waitFor(() => stage.home(name));
    expectSame((stage) => stage.home(name));
  },
);

test('a button on the page of the bot opens the same form', async () => {
  for (const stage of stages) {
    await stage.pressHome(analyst, 'Ask for yourself');
    await waitFor(() => stage.form(analyst));
  }
  expectSame((stage) => stage.form(analyst));
});
