import { beforeAll, describe, expect, test } from 'vitest';
import { writePost, type Shown } from '#src/edges/slack/write/write-post.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { AnswerPost, Post } from '#src/post.ts';
import { validateMessage } from '#test/support/slack/validate-blocks.ts';
import { goldenText, lines } from './golden-file.ts';
import { readAnswerPost, readGoldenVocabulary, readRefusalPost } from './golden-posts.ts';
import { denial, longPost, lostPicture, notice } from './invented-posts.ts';

const ways: readonly Shown[] = ['whole', 'noPicture', 'words'];

const answers = [
  'trend-london',
  'trend-table-only',
  'trend-too-few-before',
  'trend-too-small',
  'compare-regions',
  'by-mode-london',
  'by-day-london',
  'flows-into-london',
  'flows-between-regions',
  'method-london',
  'method-general',
  'events-scotland',
  'status',
  'help',
];
const refusals = ['refused-unknown-place', 'refused-too-many-places'];
const invented: Readonly<Record<string, Post>> = { denial, longPost, lostPicture, notice };

let vocabulary: Vocabulary;
beforeAll(async () => {
  vocabulary = await readGoldenVocabulary();
});

function postNamed(name: string): Promise<Post> {
  const made = invented[name];
  if (made !== undefined) return Promise.resolve(made);
  return refusals.includes(name) ? readRefusalPost(name) : readAnswerPost(name, vocabulary);
}

const empty: AnswerPost = {
  kind: 'answer',
  echo: '',
  sentences: [],
  table: { caption: '', columns: [], rows: [], key: [] },
  receipt: '',
  buttons: [],
};

test.each(ways)('a post that says nothing is a message all the same (%s)', (shown) => {
  const words: Post = { kind: 'words', message: ' ', next: '', channels: [], buttons: [] };
  for (const post of [empty, words]) {
    const message = writePost(post, shown);
    expect(validateMessage(message)).toEqual([]);
    expect(message.text).toBe('There is nothing to show.');
    expect(message.blocks).toHaveLength(1);
  }
});

test.each([
  [100, 101],
  [101, 4],
])('of a table of %i rows %i are shown, its head with them', (rows, shown) => {
  const table = {
    caption: 'Trips',
    columns: ['Week', 'Trips'],
    rows: Array.from({ length: rows }, (_, at) => [`${at}`, '10']),
    key: [7, 8, 9],
  };
  const { blocks } = writePost({ ...empty, table }, 'whole');
  const written = blocks.find((block) => block.type === 'data_table');
  expect(written?.rows).toHaveLength(shown);
});

const names = [...answers, ...refusals, ...Object.keys(invented)];

describe.each(names.map((name) => [name] as const))('%s', (name) => {
  test.each(ways)('is written as it was, and Slack takes it (%s)', async (shown) => {
    const message = writePost(await postNamed(name), shown);
    expect(validateMessage(message)).toEqual([]);
    const file = `${name}.${shown}`;
    // What is written without the picture differs by the picture alone.
    if (shown !== 'noPicture' || name === 'trend-london')
      expect(lines(message)).toBe(goldenText(file, lines(message)));
  });
});
