import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelId } from '#src/access/room.ts';
import { cutEscaped, escapeText } from '#src/edges/slack/write/escape-text.ts';
import { writePost, type Message } from '#src/edges/slack/write/write-post.ts';
import type { AnswerPost, Post, WordsPost } from '#src/post.ts';
import { validateMessage } from '#test/support/slack/validate-blocks.ts';
import { hostileText } from './hostile-text.ts';
import { markupIn } from './markup-in.ts';

const channels = fc
  .uniqueArray(fc.stringMatching(/^[CG][A-Z0-9]{2,20}$/u), { maxLength: 30 })
  .map((ids) => channelId.array().parse(ids));
const buttons = fc.array(
  fc.record({
    action: fc.stringMatching(/^[a-z-]{1,20}$/u),
    label: hostileText.map((text) => text.slice(0, 75) || ' '),
    value: hostileText.map((text) => text.slice(0, 2000)),
  }),
  { maxLength: 30 },
);
const table = fc.record({
  caption: hostileText,
  columns: fc.array(hostileText, { maxLength: 25 }),
  rows: fc.oneof(
    fc.array(fc.array(hostileText, { maxLength: 25 }), { maxLength: 8 }),
    fc.array(fc.array(fc.constantFrom('12,340', '[c]', 'London', ''), { maxLength: 25 }), {
      maxLength: 130,
    }),
  ),
  key: fc.array(fc.nat(150), { maxLength: 120 }),
});
const answers: fc.Arbitrary<AnswerPost> = fc.record(
  {
    kind: fc.constant('answer'),
    echo: hostileText,
    sentences: fc.array(hostileText, { maxLength: 30 }),
    picture: fc.oneof(
      fc.record({ file: fc.constant('F0123456789'), alt: hostileText }),
      fc.record({ lost: fc.constant('7F3A') }),
    ),
    table,
    receipt: hostileText,
    buttons,
  },
  { requiredKeys: ['kind', 'echo', 'sentences', 'table', 'receipt', 'buttons'] },
);
const about = fc.record(
  { question: hostileText, channel: fc.constant(channelId.parse('C0ABOUT')) },
  { requiredKeys: [] },
);
const words: fc.Arbitrary<WordsPost> = fc.record(
  {
    kind: fc.constant('words'),
    message: hostileText,
    next: hostileText,
    about,
    channels,
    buttons,
  },
  { requiredKeys: ['kind', 'message', 'next', 'channels', 'buttons'] },
);
const posts: fc.Arbitrary<Post> = fc.oneof({ weight: 3, arbitrary: answers }, words);
const ways = fc.constantFrom('whole' as const, 'noPicture' as const, 'words' as const);

const kindsOf = ({ blocks }: Message) => new Set(blocks.map(({ type }) => type));

test('whatever a post holds, Slack takes the message', () => {
  fc.assert(
    fc.property(posts, ways, (post, shown) => {
      const message = writePost(post, shown);
      expect(validateMessage(message)).toEqual([]);
      expect(message.text.length).toBeLessThanOrEqual(3000);
    }),
    { numRuns: 1500 },
  );
});

test('nothing in a post becomes markup, a mention, a link or an emoji', () => {
  fc.assert(
    fc.property(posts, ways, (post, shown) => {
      const known = post.kind === 'words' ? [...post.channels, 'C0ABOUT'] : [];
      expect(markupIn(writePost(post, shown), known)).toEqual([]);
    }),
    { numRuns: 1500 },
  );
});

test('the words alone are in the plainest blocks', () => {
  fc.assert(
    fc.property(posts, (post) => {
      expect(new Set(['section', 'actions']).isSupersetOf(kindsOf(writePost(post, 'words')))).toBe(
        true,
      );
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['a call to all', '<!channel> & <!here>'],
  ['a mention', '<@U012AB3CD>'],
  ['a link', '<https://example.com|here>'],
  ['an address', 'https://example.com'],
  ['an emoji', ':smile:'],
  ['style', '*bold* _it_ ~no~ `code`'],
  ['a quote', '> said'],
])('a planted mark is found: %s', (_, text) => {
  const section = { type: 'section', text: { type: 'mrkdwn', text } } as const;
  expect(markupIn({ text: 'plain', blocks: [section] }, [])).not.toEqual([]);
  expect(markupIn({ text, blocks: [] }, [])).not.toEqual([]);
});

test('wherever a text is cut, nothing in it becomes markup', () => {
  const text = escapeText('@here <!here> & :smile: *all* @@you');
  for (let most = 1; most <= text.length; most += 1)
    expect(markupIn({ text: cutEscaped(text, most), blocks: [] }, [])).toEqual([]);
});
