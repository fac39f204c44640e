import type { KnownBlock } from '@slack/types';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderBlocks } from '#src/edges/slack/local/page/blocks/render-blocks.ts';
import { hostileText } from '#test/edges/slack/write/hostile-text.ts';
import { find, findAll, readHtml, skeletonOf, textOf, type Element } from './read-html.ts';
import { context } from './rendered.ts';

const marks = [
  '"',
  "'",
  '`',
  '=',
  '/>',
  '-->',
  '" onload="alert(1)',
  "' onload='alert(1)",
  '<script>',
  '<img src=x>',
  '</p>',
  '</textarea>',
  '&#60;',
  '&quot;',
  '&lt',
  '\r\n',
];

/** Hostile to Slack, and to a page. */
const hostile = fc
  .tuple(hostileText, fc.array(fc.constantFrom(...marks), { maxLength: 4 }), hostileText)
  .map(([before, between, after]) => before + between.join('') + after);

/** A block with one text in every place for text that it has, and what is read back from these places. */
type Place = {
  readonly name: string;
  readonly block: (text: string) => KnownBlock;
  readonly found: (page: Element) => readonly (string | undefined)[];
};

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const raw = (text: string) => ({ type: 'raw_text' as const, text });
const forSlack = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const line = (...elements: readonly ({ text: string } | { channel_id: string })[]) => ({
  type: 'rich_text_section' as const,
  elements: elements.map((element) =>
    'text' in element
      ? { type: 'text' as const, ...element }
      : { type: 'channel' as const, ...element },
  ),
});
const textsOf = (page: Element, ...names: readonly string[]) =>
  names.flatMap((name) => findAll(page, name).map(textOf));
const valuesOf = (element: Element, ...names: readonly string[]) =>
  names.map((name) => element.attributes[name]);

const places: readonly Place[] = [
  {
    name: 'header',
    block: (text) => ({ type: 'header', text: plain(text) }),
    found: (page) => textsOf(page, 'h3'),
  },
  {
    name: 'section',
    block: (text) => ({ type: 'section', text: plain(text), fields: [plain(text)] }),
    found: (page) => textsOf(page, 'p'),
  },
  {
    name: 'markup',
    block: (text) => ({ type: 'section', text: { type: 'mrkdwn', text: forSlack(text) } }),
    found: (page) => textsOf(page, 'p'),
  },
  {
    name: 'context',
    block: (text) => ({ type: 'context', elements: [plain(text), plain(text)] }),
    found: (page) => textsOf(page, 'p'),
  },
  {
    name: 'rich text',
    block: (text) => ({
      type: 'rich_text',
      elements: [
        line({ text }),
        { type: 'rich_text_list', style: 'bullet', elements: [line({ text })] },
      ],
    }),
    found: (page) => textsOf(page, 'p', 'li'),
  },
  {
    name: 'channel',
    block: (text) => ({ type: 'rich_text', elements: [line({ channel_id: text })] }),
    found: (page) => [
      textOf(find(page, 'a')).slice('#'.length),
      find(page, 'a').attributes['href']?.slice('/channels/'.length),
    ],
  },
  {
    name: 'image',
    block: (text) => ({
      type: 'image',
      slack_file: { id: text },
      alt_text: text,
      title: plain(text),
    }),
    found: (page) => [...textsOf(page, 'figcaption'), ...valuesOf(find(page, 'img'), 'src', 'alt')],
  },
  {
    name: 'table of data',
    block: (text) => ({
      type: 'data_table',
      caption: text,
      rows: [
        [raw(text), raw(text)],
        [raw(text), { type: 'raw_number', value: 1, text }],
      ],
    }),
    found: (page) => [
      ...textsOf(page, 'caption', 'th', 'td'),
      ...findAll(page, 'div').flatMap(({ attributes }) => attributes['aria-label'] ?? []),
    ],
  },
  {
    name: 'table',
    block: (text) => ({ type: 'table', rows: [[raw(text)], [raw(text)]] }),
    found: (page) => textsOf(page, 'th', 'td'),
  },
  {
    name: 'button',
    block: (text) => ({
      type: 'actions',
      block_id: text,
      elements: [
        {
          type: 'button',
          action_id: text,
          text: plain(text),
          value: text,
          accessibility_label: text,
        },
      ],
    }),
    found: (page) => [
      ...textsOf(page, 'button'),
      ...valuesOf(find(page, 'button'), 'data-action', 'data-block', 'data-value', 'aria-label'),
    ],
  },
  {
    name: 'field',
    block: (text) => ({
      type: 'input',
      block_id: text,
      label: plain(text),
      hint: plain(text),
      element: {
        type: 'plain_text_input',
        action_id: text,
        multiline: true,
        initial_value: text,
        placeholder: plain(text),
      },
    }),
    found: (page) => [
      ...textsOf(page, 'label'),
      textOf(find(page, 'textarea')).slice('\n'.length),
      textOf(find(page, 'p')),
      ...valuesOf(find(page, 'textarea'), 'name', 'data-block', 'placeholder'),
      findAll(page, 'p')[1]?.attributes['data-error'],
    ],
  },
  {
    name: 'field of one line',
    block: (text) => ({
      type: 'input',
      label: plain(text),
      element: { type: 'plain_text_input', action_id: text, initial_value: text },
    }),
    found: (page) => [...textsOf(page, 'label'), ...valuesOf(find(page, 'input'), 'name', 'value')],
  },
];

const show = (text: string, { block }: Place): Element =>
  readHtml(
    renderBlocks([block(text)], { ...context, fileUrl: (file) => file, channelName: () => text })
      .html,
  );

/** What HTML can hold of a text. */
const held = (text: string): string => text.toWellFormed().replaceAll('\0', '\uFFFD');

test.each(places)('whatever text a block holds is text on the page: $name', (place) => {
  const harmless = show('word', place);
  fc.assert(
    fc.property(hostile, (text) => {
      const page = show(text, place);
      expect(skeletonOf(page)).toBe(skeletonOf(harmless));
      const found = place.found(page);
      expect(found.length).toBeGreaterThan(0);
      expect([...new Set(found)]).toEqual([held(text)]);
    }),
    { numRuns: 200 },
  );
});

test('a field is tied to its words whatever its block is called', () => {
  const field = (block_id: string): KnownBlock => ({
    type: 'input',
    block_id,
    label: plain('Question'),
    hint: plain('Hint'),
    element: { type: 'plain_text_input', action_id: 'a' },
  });
  fc.assert(
    fc.property(hostile, (text) => {
      const page = readHtml(renderBlocks([field(text)], context).html);
      const { id, 'aria-describedby': notes } = find(page, 'input').attributes;
      expect(id).toMatch(/^\S+$/u);
      expect(find(page, 'label').attributes['for']).toBe(id);
      expect(notes?.split(' ')).toEqual(
        findAll(page, 'p').map(({ attributes }) => attributes['id']),
      );
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['<script>alert(1)</script>', '<script> is not a tag of ours'],
  ['<p onclick="alert(1)">a</p>', '<p> may not have onclick'],
  ['<p>a & b</p>', '"&" is not escaped'],
  ['<p>a &lt b</p>', '"&" is not escaped'],
  ['<p>a > b</p>', 'this is no HTML of ours: > b</p>'],
  ["<p class='a'>b</p>", "this is no HTML of ours: <p class='a'>b</p>"],
  ['<p class="a" class="b">c</p>', '<p> has an attribute twice'],
  ['<p>a', '<p> is left open'],
  ['<p><span>a</p></span>', '</p> closes nothing'],
])('a planted fault is found: %s', (html, fault) => {
  expect(() => readHtml(html)).toThrow(new Error(fault));
});
