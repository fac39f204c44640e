import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  Button,
  DataTableBlock,
  InputBlock,
  KnownBlock,
  PlainTextElement,
} from '@slack/types';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { renderBlocks } from '#src/edges/slack/local/page/blocks/render-blocks.ts';
import { find, findAll, textOf } from './read-html.ts';
import { context, rendered } from './rendered.ts';

const folder = join(import.meta.dirname, '../../../write/golden');
const goldens = readdirSync(folder).filter((name) => name.endsWith('.json'));

/** `writePost` and its like wrote them, in this type. */
const golden = z.object({ blocks: z.array(z.custom<KnownBlock>()) });

const readGolden = (name: string) =>
  golden.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))).blocks;

const hasWords = z.looseObject({
  type: z.enum(['plain_text', 'text', 'raw_text', 'raw_number']),
  text: z.string(),
});

/** Every text within a value that is shown as it stands, in order. */
function wordsIn(value: unknown): readonly string[] {
  const { success, data } = hasWords.safeParse(value);
  if (success) return [data.text];
  if (typeof value !== 'object' || value === null) return [];
  // What is chosen stands in its list too.
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'initial_option' ? [] : wordsIn(each),
  );
}

/** The words that do not stand in a text after those before them. */
function missing(words: readonly string[], text: string): readonly string[] {
  let from = 0;
  return words.filter((word) => {
    const at = text.indexOf(word, from);
    if (at !== -1) from = at + word.length;
    return at === -1;
  });
}

test('there are messages, a form and a page to show', () => {
  expect(goldens).toContain('form.json');
  expect(goldens).toContain('home.json');
  expect(goldens.length).toBeGreaterThan(40);
});

describe.each(goldens)('%s', (name) => {
  test('is shown with every word and picture, in order', () => {
    const blocks = readGolden(name);
    const page = rendered(...blocks);
    const words = wordsIn(blocks);
    expect(words.length).toBeGreaterThan(0);
    const within = findAll(page, 'input').flatMap(({ attributes }) => [
      attributes['placeholder'],
      attributes['value'],
    ]);
    const ofText = words.filter((word) => !within.includes(word));
    expect(missing(ofText, textOf(page))).toEqual([]);
    expect(findAll(page, 'img').map(({ attributes }) => attributes['alt'])).toEqual(
      blocks.flatMap((block) => (block.type === 'image' ? [block.alt_text] : [])),
    );
    expect(findAll(page, 'table')).toHaveLength(
      blocks.filter(({ type }) => type === 'data_table').length,
    );
  });
});

const plain = (text: string): PlainTextElement => ({ type: 'plain_text', text, emoji: false });

const dataTable = (count: number, more: Partial<DataTableBlock> = {}): DataTableBlock => ({
  type: 'data_table',
  caption: 'Trips a week',
  page_size: 10,
  row_header_column_index: 0,
  rows: [
    ['Week to', 'Trips', 'Note'].map((text) => ({ type: 'raw_text', text })),
    ...Array.from({ length: count }, (_, at): DataTableBlock['rows'][number] => [
      { type: 'raw_text', text: `Week ${at}` },
      { type: 'raw_number', value: at, text: `${at}` },
      { type: 'raw_text', text: '–' },
    ]),
  ],
  ...more,
});

describe('a table of data', () => {
  test('names its columns and its rows for a screen reader', () => {
    const table = find(rendered(dataTable(2)), 'table');
    const heads = findAll(table, 'th').map((head) => [head.attributes['scope'], textOf(head)]);
    expect(heads).toEqual([
      ['col', 'Week to'],
      ['col', 'Trips'],
      ['col', 'Note'],
      ['row', 'Week 0'],
      ['row', 'Week 1'],
    ]);
    expect(textOf(find(table, 'caption'))).toBe('Trips a week');
    expect(findAll(find(table, 'thead'), 'tr')).toHaveLength(1);
    expect(findAll(find(table, 'tbody'), 'tr')).toHaveLength(2);
  });

  test('may name its rows by another column', () => {
    const table = find(rendered(dataTable(1, { row_header_column_index: 2 })), 'tbody');
    expect(findAll(table, 'th').map(textOf)).toEqual(['–']);
    expect(findAll(table, 'td').map(textOf)).toEqual(['Week 0', '0']);
  });

  test('scrolls in a region of its own that the keyboard reaches', () => {
    const region = findAll(rendered(dataTable(2)), 'div').find(
      ({ attributes }) => attributes['role'] === 'region',
    );
    expect(region?.attributes).toMatchObject({ tabindex: '0', 'aria-label': 'Trips a week' });
  });

  test.each([
    [10, 10, false],
    [11, 10, true],
    [5, undefined, false],
    [6, undefined, true],
  ])('of %i rows and %s on a page has more than a page: %s', (count, size, isPaged) => {
    const { page_size: _, ...table } = dataTable(count);
    const page = rendered(size === undefined ? table : { ...table, page_size: size });
    const classes = findAll(page, 'div').flatMap(({ attributes }) => attributes['class'] ?? []);
    expect(classes.includes('region paged')).toBe(isPaged);
    expect(textOf(page).includes(`${count} rows. Scroll to see them all.`)).toBe(isPaged);
    expect(findAll(page, 'td')).toHaveLength(2 * count);
  });

  test('sets numbers apart, where a whole column is of them', () => {
    const { rows } = dataTable(2);
    const last = rows[2]?.map((cell) => ({ type: 'raw_text' as const, text: cell.type }));
    const classesOf = (table: DataTableBlock) =>
      findAll(rendered(table), 'th')
        .slice(0, 3)
        .map(({ attributes }) => attributes['class']);
    expect(classesOf(dataTable(2))).toEqual([undefined, 'number', undefined]);
    expect(classesOf({ ...dataTable(2), rows: [...rows.slice(0, 2), last ?? []] })).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

test('a table without a caption has its columns named, and set as it says', () => {
  const page = rendered({
    type: 'table',
    rows: [
      [
        { type: 'raw_text', text: 'Week to' },
        { type: 'raw_text', text: 'Trips' },
      ],
      [
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: '9 January' }] },
          ],
        },
        { type: 'raw_number', value: 10, text: '10' },
      ],
    ],
    column_settings: [{ is_wrapped: true }, { align: 'right' }],
  });
  expect(findAll(page, 'th').map(({ attributes }) => attributes)).toEqual([
    { scope: 'col', class: 'left wrapped' },
    { scope: 'col', class: 'right unwrapped' },
  ]);
  expect(findAll(page, 'td').map(textOf)).toEqual(['9 January', '10']);
});

test('a picture has its address, its words and its title', () => {
  const image = { type: 'image', slack_file: { id: 'F01' }, alt_text: 'Trips rose.' } as const;
  expect(find(rendered(image), 'img').attributes).toEqual({
    src: '/files/F01',
    alt: 'Trips rose.',
  });
  expect(findAll(rendered(image), 'figcaption')).toEqual([]);
  expect(textOf(find(rendered({ ...image, title: plain('Trips') }), 'figcaption'))).toBe('Trips');
});

test('a button says what a press of it is', () => {
  const button: Button = { type: 'button', action_id: 'mobility:change', text: plain('Change') };
  const page = rendered(
    {
      type: 'actions',
      block_id: 'under',
      elements: [
        { ...button, value: 'sealed', style: 'primary', accessibility_label: 'Change it' },
      ],
    },
    { type: 'actions', elements: [button] },
  );
  expect(findAll(page, 'button').map(({ attributes }) => attributes)).toEqual([
    {
      type: 'button',
      class: 'primary',
      'data-action': 'mobility:change',
      'data-block': 'under',
      'data-value': 'sealed',
      'aria-label': 'Change it',
    },
    { type: 'button', 'data-action': 'mobility:change', 'data-block': 'block-1' },
  ]);
});

const field: InputBlock = {
  type: 'input',
  block_id: 'question',
  label: plain('Your question'),
  hint: plain('As after the command.'),
  element: {
    type: 'plain_text_input',
    action_id: 'mobility:question',
    multiline: true,
    focus_on_load: true,
    initial_value: '\nregion:London',
    placeholder: plain('region:Wales'),
    min_length: 2,
    max_length: 500,
  },
};

describe('a field', () => {
  test('is tied to its label, its hint and its error', () => {
    const page = rendered(field);
    const { attributes } = find(page, 'textarea');
    expect(find(page, 'label').attributes['for']).toBe(attributes['id']);
    expect(textOf(find(page, 'label'))).toBe('Your question');
    const notes = findAll(page, 'p');
    expect(attributes['aria-describedby']).toBe(
      notes.map(({ attributes: { id } }) => id).join(' '),
    );
    expect(notes.map(textOf)).toEqual(['As after the command.', '']);
    expect(notes[1]?.attributes).toMatchObject({ role: 'alert', 'data-error': 'question' });
  });

  test('begins as it should, and takes what it may', () => {
    const area = find(rendered(field), 'textarea');
    // A reader of HTML leaves out the first line break.
    expect(textOf(area)).toBe('\n\nregion:London');
    expect(area.attributes).toMatchObject({
      'data-block': 'question',
      name: 'mobility:question',
      placeholder: 'region:Wales',
      minlength: '2',
      maxlength: '500',
      required: '',
      autofocus: '',
    });
  });

  test('of one line, which may be left empty, has no more than it needs', () => {
    const { hint: _, ...bare } = field;
    const page = rendered({
      ...bare,
      optional: true,
      element: { type: 'plain_text_input', action_id: 'a', initial_value: 'London' },
    });
    expect(find(page, 'input').attributes).toEqual({
      type: 'text',
      id: 'field-question',
      'data-block': 'question',
      'aria-describedby': 'field-question-error',
      name: 'a',
      maxlength: '3000',
      value: 'London',
    });
    expect(textOf(find(page, 'label'))).toBe('Your question (optional)');
  });
});

test('a channel is linked by its name, and one that the reader does not see is not named', () => {
  const channels = ['C01', 'C0UNSEEN'];
  const rich = rendered({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: channels.map((id) => ({ type: 'channel' as const, channel_id: id })),
      },
    ],
  });
  const marked = rendered({
    type: 'section',
    text: {
      type: 'mrkdwn',
      text: 'In <#C01> or <#C0UNSEEN|boats> &amp;lt; &lt;b&gt;',
      verbatim: true,
    },
  });
  for (const page of [rich, marked]) {
    expect(findAll(page, 'a').map(({ attributes }) => attributes)).toEqual([
      { class: 'channel', href: '/channels/C01' },
    ]);
    expect(findAll(page, 'span').map(textOf)).toEqual(['private channel']);
  }
  expect(textOf(rich)).toBe('#channel-c01private channel');
  expect(textOf(marked)).toBe('In #channel-c01 or private channel &lt; <b>');
});

test('text keeps its style, lists their kind, and lines their breaks', () => {
  const line = (text: string, style = {}) => ({
    type: 'rich_text_section' as const,
    elements: [{ type: 'text' as const, text, style }],
  });
  const { html } = renderBlocks(
    [
      {
        type: 'rich_text',
        elements: [
          line('a\nb', { bold: true, code: true }),
          line('c', { italic: true, strike: true, underline: true }),
          { type: 'rich_text_list', style: 'bullet', elements: [line('d')] },
          { type: 'rich_text_list', style: 'ordered', indent: 0, elements: [line('e')] },
        ],
      },
      { type: 'divider' },
      { type: 'header', text: plain('f') },
      { type: 'section', text: plain('g'), fields: [plain('h')] },
      { type: 'context', elements: [plain('i'), { type: 'mrkdwn', text: 'j' }] },
    ],
    context,
  );
  expect(html).toBe(
    '<div class="blocks">' +
      '<div class="rich-text"><p><strong><code>a\nb</code></strong></p><p><em><u><s>c</s></u></em></p><ul><li>d</li></ul><ol><li>e</li></ol></div>' +
      '<hr><h3>f</h3><div class="section"><p>g</p><p>h</p></div><div class="context"><p>i</p><p>j</p></div></div>',
  );
});

const button: Button = { type: 'button', action_id: 'a', text: plain('Open') };
const rich = (element: Extract<KnownBlock, { type: 'rich_text' }>['elements'][number]) =>
  ({ type: 'rich_text', elements: [element] }) satisfies KnownBlock;

test.each<readonly [string, KnownBlock]>([
  ['markdown', { type: 'markdown', text: 'a' }],
  ['checkboxes', { type: 'actions', elements: [{ type: 'checkboxes', options: [] }] }],
  ['button.url', { type: 'actions', elements: [{ ...button, url: 'https://example.com' }] }],
  ['button.confirm', { type: 'actions', elements: [{ ...button, confirm: { text: plain('?') } }] }],
  ['section.accessory', { type: 'section', text: plain('a'), accessory: button }],
  ['rich_text_quote', rich({ type: 'rich_text_quote', elements: [] })],
  [
    'rich_text_list.indent',
    rich({ type: 'rich_text_list', style: 'bullet', indent: 1, elements: [] }),
  ],
  ['user', rich({ type: 'rich_text_section', elements: [{ type: 'user', user_id: 'U01' }] })],
  ['image.image_url', { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a' }],
  [
    'image.slack_file.url',
    { type: 'image', slack_file: { url: 'https://example.com' }, alt_text: 'a' },
  ],
  [
    'context.image',
    { type: 'context', elements: [{ type: 'image', image_url: 'a', alt_text: 'a' }] },
  ],
  ['email_text_input', { ...field, element: { type: 'email_text_input' } }],
  [
    'static_select.option_groups',
    { ...field, element: { type: 'static_select', action_id: 'a', option_groups: [] } },
  ],
])('what the page cannot show is not left out: %s', (part, block) => {
  expect(() => renderBlocks([{ type: 'divider' }, block], context)).toThrow(
    new Error(`the page does not know how to show ${part}`),
  );
});
