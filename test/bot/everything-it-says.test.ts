import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Edges } from '#src/answer.ts';
import { sayDenial } from '#src/access/say-denial.ts';
import { standingWords } from '#src/access/standing-words.ts';
import { checkAsk } from '#src/access/check-ask.ts';
import { makeAskForm } from '#src/bot/make-ask-form.ts';
import { postedAnswer } from '#src/bot/content.ts';
import * as words from '#src/bot/say.ts';
import { sayFault } from '#src/say-fault.ts';
import { atPost, formNotOpened, wordsPost, type Words } from '#src/bot/say.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { writeForm } from '#src/edges/slack/write/write-form.ts';
import { writeHome } from '#src/edges/slack/write/write-home.ts';
import { writePost } from '#src/edges/slack/write/write-post.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Post } from '#src/post.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { busy, noRelease, notRecorded, unreadable } from '#src/refusal.ts';
import { channelId } from '#src/access/room.ts';
import { methodSettings } from '#src/statistics/method-settings.ts';
import { refusedReasons, unknownReasons } from '#src/summary/notice-reasons.ts';
import { sayNotice } from '#src/summary/say-notice.ts';
import { goldenNames, readQuestion, readRecorded, readRows } from '#test/asks/golden-ask.ts';
import { makeRecordedWarehouse } from '#test/support/recorded-warehouse.ts';
import { aPicture } from '#test/support/slack/a-picture.ts';
import { validateMessage, validateView } from '#test/support/slack/validate-blocks.ts';
import { tiers } from './access-scene.ts';
import { after } from './after.ts';
import { openScene, type Scene } from './open-scene.ts';
import { buttonsOf, wordsOf } from './read-message.ts';
import { seat } from './seat.ts';

const deadlineMs = 20_000;

/** What answers the golden questions from what was recorded. */
async function recordedEdges(): Promise<Edges> {
  const { release, words: vocabularyRows } = await readRecorded();
  const rows = await Promise.all(goldenNames().map(readRows));
  const warehouse = makeRecordedWarehouse(release, [...vocabularyRows, ...rows.flat()]);
  const configFile = join(import.meta.dirname, '../../mobility.config.yml');
  const settings = await readConfig(configFile, 'method', methodSettings);
  const vocabulary = await readVocabulary(warehouse, { deadlineMs });
  return {
    desk: { warehouse, vocabulary, settings, deadlineMs },
    render: () => Promise.resolve({ png: aPicture, widthPx: 1, heightPx: 1 }),
    report: () => '7F3A',
  };
}

let scene: Scene;
let edges: Edges;
beforeAll(async () => {
  edges = await recordedEdges();
  scene = await openScene();
  scene.answering = edges;
});
afterAll(() => scene.close());

/** What is wrong with a post in any of the layouts in which it may be sent. */
const wrongWith = (post: Post): readonly string[] =>
  (['whole', 'noPicture', 'words'] as const).flatMap((shown) =>
    validateMessage(writePost(post, shown)),
  );

describe('the golden questions', () => {
  test.each(goldenNames())('%s', async (name) => {
    const at = seat(scene);
    const text = await readQuestion(name);
    const { kind } = parseAsk(text, edges.desk.vocabulary);
    const { messages, told } = await after(
      scene,
      () => scene.fake.command({ ...at, text }),
      kind === 'read' ? { messages: 1 } : { told: 1 },
    );
    expect([messages.length, told.length]).toEqual(kind === 'read' ? [1, 0] : [0, 1]);
    for (const { ts, blocks } of messages) {
      const kept = await scene.store.messages.postedAt(at.channel, ts);
      const { post } = postedAnswer.parse(kept?.content);
      expect(wrongWith(post)).toEqual([]);
      expect(buttonsOf({ blocks }).map(({ action }) => action)).toEqual(
        post.buttons.map(({ action }) => action),
      );
      for (const { label, value } of post.buttons) {
        expect(label.length).toBeLessThanOrEqual(40);
        expect(value.length).toBeLessThanOrEqual(1500);
      }
    }
    const vocabulary = edges.desk.vocabulary;
    const askForm = makeAskForm({
      vocabulary,
      tiers: [],
      channel: channelId.parse(at.channel),
      state: 'x'.repeat(1500),
      start: text,
      fields: undefined,
    });
    expect(validateView(writeForm(askForm))).toEqual([]);
    expect(askForm.preview.says).toMatch(/^[A-Z].*[.]$/u);
    const form = writeForm({ kind: 'change', question: text, state: 'x'.repeat(1500) });
    expect(validateView(form)).toEqual([]);
    // No layout was refused on the way, so nothing was left out.
    expect(scene.reports).toEqual([]);
    expect(scene.fake.orphans()).toEqual([]);
  });
});

test('every denial, at the question and at the post', () => {
  const { vocabulary } = edges.desk;
  const asked = ['region:Camden', 'region:London by:mode', 'flows destination:London', 'status'];
  const asks = asked.flatMap((text) => {
    const parsed = parseAsk(text, vocabulary);
    return parsed.kind === 'read' ? [parsed.reading.ask] : [];
  });
  expect(asks).toHaveLength(asked.length);
  // Keys of an object that is written out in full, so `as`.
  const standing = Object.keys(standingWords) as (keyof typeof standingWords)[];
  const denials = [
    ...standing.map((reason) => sayDenial(reason, { ask: undefined, tier: undefined, vocabulary })),
    ...Object.values(tiers).flatMap(({ tier }) =>
      [tier, { ...tier, areas: ['E12000007'] }, { ...tier, level: 'no such' }].flatMap((each) =>
        asks.flatMap((ask) => {
          const reason = checkAsk(ask, each, vocabulary);
          return reason === undefined ? [] : [sayDenial(reason, { ask, tier: each, vocabulary })];
        }),
      ),
    ),
  ];
  expect(denials.length).toBeGreaterThan(40);
  const channels = Array.from({ length: 300 }, (_, at) => channelId.parse(`C01234567${at}`));
  for (const denial of denials.flatMap((one) => [one, atPost(one)])) {
    expect(wrongWith(wordsPost(denial))).toEqual([]);
    expect(wrongWith(wordsPost(denial, { channels }))).toEqual([]);
    for (const shown of ['whole', 'words'] as const)
      expect(wordsOf(writePost(wordsPost(denial), shown))).toEqual([denial.message, denial.next]);
    expect(denial.message).toMatch(/^[A-Z].*[.]$/u);
    expect(denial.next).toMatch(/^[A-Z].*[.]$/u);
  }
  for (const denial of denials.map(atPost))
    expect(`${denial.message} ${denial.next}`).not.toMatch(/\b(?:here|this channel|this one)\b/iu);
});

test('every notice', () => {
  const message = { key: 'answer:x', channel: 'C0123456789' };
  const kinds = ['answer', 'digest', 'notice'] as const;
  const notices = kinds.flatMap((kind) => [
    ...[...refusedReasons.keys(), 'some new error'].map((reason) =>
      sayNotice({ kind: 'refused', message: { ...message, kind }, reason }),
    ),
    ...[...unknownReasons.keys(), 'some new error'].map((reason) =>
      sayNotice({ kind: 'unknown', message: { ...message, kind }, reason }),
    ),
  ]);
  expect(notices.length).toBeGreaterThan(100);
  for (const notice of notices) expect(wrongWith(wordsPost(notice))).toEqual([]);
});

test('all else that it says by itself', () => {
  const standing = Object.values(words).filter(
    (value): value is Words => typeof value === 'object' && 'message' in value,
  );
  expect(standing.length).toBeGreaterThan(3);
  const all = [
    busy,
    noRelease,
    notRecorded,
    unreadable,
    sayFault('7F3A', undefined),
    formNotOpened('7F3A'),
  ];
  for (const each of [...standing, ...all]) expect(wrongWith(wordsPost(each))).toEqual([]);
});

test('its page, with nothing on it and with much', () => {
  const channels = Array.from({ length: 80 }, (_, at) => channelId.parse(`C01234567${at}`));
  const long = 'b '.repeat(3000);
  const button = { action: 'alone', label: long.slice(0, 75), value: 'x'.repeat(1500) };
  const buttons = Array.from({ length: 30 }, () => button);
  const none = {
    intro: [],
    buttons: [],
    headline: undefined,
    channels: [],
    examples: [],
    help: [],
  };
  const much = {
    intro: Array(200).fill(long),
    buttons,
    headline: { echo: long, sentences: [long, long], receipt: long },
    channels,
    examples: Array.from({ length: 40 }, () => ({ question: 'status', buttons })),
    help: Array(200).fill(long),
  };
  for (const page of [none, much]) expect(validateView(writeHome(page))).toEqual([]);
});
