import { describe, expect, it } from 'vitest';
import { validateBlocks, validateMessage, validateView } from './validate-blocks.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const long = (length: number): string => 'x'.repeat(length);
const many = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const button = (more: object = {}) => ({
  type: 'button',
  action_id: 'go',
  text: plain('Go'),
  ...more,
});
const buttons = (count: number) => many(count, (index) => button({ action_id: `go${index}` }));
const option = (value: string) => ({ text: plain(value), value });
const options = (count: number) => many(count, (index) => option(`o${index}`));
const actions = (...elements: readonly object[]) => ({ type: 'actions', elements });
const select = (more: object) => actions({ type: 'static_select', action_id: 'pick', ...more });
const image = (more: object) => ({ type: 'image', alt_text: 'a line going up', ...more });
const cell = (text: string) => ({ type: 'raw_text', text });
const row = (width: number, text = 'x') => many(width, () => cell(text));
const rows = (count: number, width: number, text = 'x') => many(count, () => row(width, text));
const table = (cells: unknown, more: object = {}) => ({ type: 'table', rows: cells, ...more });
const dataTable = (cells: unknown, more: object = {}) => ({
  type: 'data_table',
  caption: 'trips by week',
  rows: cells,
  ...more,
});
const section = (text: string) => ({ type: 'section', text: mrkdwn(text) });
const input = (element: object, more: object = {}) => ({
  type: 'input',
  label: plain('Place'),
  element,
  ...more,
});
const field = { type: 'plain_text_input', action_id: 'place' };
const modal = (more: object = {}) => ({
  type: 'modal',
  title: plain('Ask'),
  submit: plain('Ask'),
  blocks: [input(field)],
  ...more,
});
const confirm = (more: object = {}) => ({
  title: plain('Sure?'),
  text: plain('It will be seen'),
  confirm: plain('Yes'),
  deny: plain('No'),
  ...more,
});

describe('a limit', () => {
  it.each<[string, number, (size: number) => readonly unknown[]]>([
    ['blocks of a message', 50, (n) => many(n, () => ({ type: 'divider' }))],
    ['text of a section', 3000, (n) => [section(long(n))]],
    ['fields of a section', 10, (n) => [{ type: 'section', fields: many(n, () => plain('x')) }]],
    ['text of a field', 2000, (n) => [{ type: 'section', fields: [plain(long(n))] }]],
    ['a header', 150, (n) => [{ type: 'header', text: plain(long(n)) }]],
    ['alt text', 2000, (n) => [image({ slack_file: { id: 'F1' }, alt_text: long(n) })]],
    [
      'title of an image',
      2000,
      (n) => [image({ slack_file: { id: 'F1' }, title: plain(long(n)) })],
    ],
    ['elements of actions', 25, (n) => [actions(...buttons(n))]],
    [
      'elements of a context',
      10,
      (n) => [{ type: 'context', elements: many(n, () => plain('x')) }],
    ],
    ['text of a button', 75, (n) => [actions(button({ text: plain(long(n)) }))]],
    ['value of a button', 2000, (n) => [actions(button({ value: long(n) }))]],
    ['label for screen readers', 75, (n) => [actions(button({ accessibility_label: long(n) }))]],
    ['an action_id', 255, (n) => [actions(button({ action_id: long(n) }))]],
    ['a block_id', 255, (n) => [{ type: 'divider', block_id: long(n) }]],
    ['text of an option', 75, (n) => [select({ options: [{ text: plain(long(n)), value: 'v' }] })]],
    [
      'value of an option',
      75,
      (n) => [select({ options: [{ text: plain('x'), value: long(n) }] })],
    ],
    ['options of a menu', 100, (n) => [select({ options: options(n) })]],
    [
      'placeholder of a menu',
      150,
      (n) => [select({ options: options(1), placeholder: plain(long(n)) })],
    ],
    [
      'options of an overflow',
      5,
      (n) => [actions({ type: 'overflow', action_id: 'more', options: options(n) })],
    ],
    [
      'options of checkboxes',
      10,
      (n) => [actions({ type: 'checkboxes', action_id: 'tick', options: options(n) })],
    ],
    [
      'title of a confirmation',
      100,
      (n) => [actions(button({ confirm: confirm({ title: plain(long(n)) }) }))],
    ],
    [
      'text of a confirmation',
      300,
      (n) => [actions(button({ confirm: confirm({ text: plain(long(n)) }) }))],
    ],
    [
      'yes of a confirmation',
      30,
      (n) => [actions(button({ confirm: confirm({ confirm: plain(long(n)) }) }))],
    ],
    ['rows of a table', 100, (n) => [table(rows(n, 1))]],
    ['columns of a table', 20, (n) => [table(rows(2, n))]],
    [
      'column settings of a table',
      20,
      (n) => [table(rows(1, 20), { column_settings: many(n, () => ({ align: 'right' })) })],
    ],
    ['rows of a data table, its header among them', 101, (n) => [dataTable(rows(n, 1))]],
    ['columns of a data table', 20, (n) => [dataTable(rows(2, n))]],
    ['page of a data table', 100, (n) => [dataTable(rows(2, 1), { page_size: n })]],
    [
      'row header of a data table',
      2,
      (n) => [dataTable(rows(2, 3), { row_header_column_index: n })],
    ],
    [
      'cells of all tables',
      10_000,
      (n) => [table([[cell(long(5000))]]), table([[cell(long(n - 5000))]])],
    ],
    [
      'text outside tables',
      11_000,
      (n) => [...many(3, () => section(long(3000))), section(long(n - 9000))],
    ],
    [
      'all text',
      16_000,
      (n) => [
        table([[cell(long(9000))]]),
        section(long(3000)),
        section(long(3000)),
        section(long(n - 15_000)),
      ],
    ],
    [
      'children of a container',
      10,
      (n) => [
        {
          type: 'container',
          title: plain('More'),
          child_blocks: many(n, () => ({ type: 'divider' })),
        },
      ],
    ],
  ])('on %s lets %i by and refuses one more', (_, most, make) => {
    expect(validateBlocks(make(most))).toEqual([]);
    expect(validateBlocks(make(most + 1))).not.toEqual([]);
  });

  it.each<[string, number, (size: number) => unknown]>([
    ['blocks of a modal', 100, (n) => modal({ blocks: many(n, () => ({ type: 'divider' })) })],
    ['title of a modal', 24, (n) => modal({ title: plain(long(n)) })],
    ['submit of a modal', 24, (n) => modal({ submit: plain(long(n)) })],
    ['close of a modal', 24, (n) => modal({ close: plain(long(n)) })],
    ['private_metadata', 3000, (n) => modal({ private_metadata: long(n) })],
    ['callback_id', 255, (n) => modal({ callback_id: long(n) })],
    [
      'label of an input',
      2000,
      (n) => modal({ blocks: [input(field, { label: plain(long(n)) })] }),
    ],
    ['hint of an input', 2000, (n) => modal({ blocks: [input(field, { hint: plain(long(n)) })] })],
    [
      'max_length of an input',
      3000,
      (n) => modal({ blocks: [input({ ...field, max_length: n })] }),
    ],
  ])('on %s lets %i by and refuses one more', (_, most, make) => {
    expect(validateView(make(most))).toEqual([]);
    expect(validateView(make(most + 1))).not.toEqual([]);
  });

  it('on the text of a message lets 4000 characters by and refuses one more', () => {
    expect(validateMessage({ text: long(4000) })).toEqual([]);
    expect(validateMessage({ text: long(4001) })).not.toEqual([]);
  });
});

it.each<[string, unknown, string]>([
  ['no list', { type: 'divider' }, 'must provide array [json-pointer:/blocks]'],
  ['a type unknown', { type: 'poem' }, 'unsupported type [json-pointer:/blocks/0/type]'],
  ['a block without type', {}, '/blocks/0/type'],
  [
    'a field unknown',
    { type: 'divider', colour: 'red' },
    'no additional properties allowed: colour',
  ],
  ['an input', input(field), 'unsupported type'],
  ['a section without text', { type: 'section' }, 'must have text or fields'],
  ['a header in mrkdwn', { type: 'header', text: mrkdwn('x') }, '/blocks/0/text/type'],
  ['text as a string', { type: 'section', text: 'x' }, '/blocks/0/text'],
  ['empty text', section(''), 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  ['blank text', section(' \n'), 'must not be blank'],
  [
    'emoji in mrkdwn',
    { type: 'section', text: { ...mrkdwn('x'), emoji: true } },
    'no additional properties',
  ],
  [
    'an image without alt text',
    { type: 'image', slack_file: { id: 'F1' } },
    'missing required field [json-pointer:/blocks/0/alt_text]',
  ],
  ['an image of nothing', image({}), 'must have an image_url or a slack_file'],
  [
    'an image of two things',
    image({ slack_file: { id: 'F1' }, image_url: 'https://x.test/a.png' }),
    'not both',
  ],
  [
    'a file by id and url',
    image({ slack_file: { id: 'F1', url: 'https://x.test/a.png' } }),
    'must have an id or a url',
  ],
  ['a file by nothing', image({ slack_file: {} }), 'must have an id or a url'],
  ['an image over http', image({ image_url: 'http://x.test/a.png' }), 'must be a valid https url'],
  ['a button in mrkdwn', actions(button({ text: mrkdwn('x') })), '/elements/0/text/type'],
  ['a button over http', actions(button({ url: 'http://x.test' })), 'must be a valid https url'],
  ['a button of a new style', actions(button({ style: 'calm' })), 'must be a valid enum value'],
  ['a button without action_id', actions({ type: 'button', text: plain('Go') }), 'action_id'],
  ['a button with an empty value', actions(button({ value: '' })), '/elements/0/value'],
  ['two action_ids alike', actions(button(), button()), 'action_ids must differ'],
  ['actions without elements', actions(), 'no fewer than 1 items'],
  ['a text field in a message', actions(field), 'unsupported type'],
  ['a menu of nothing', select({}), 'must have options or option_groups'],
  [
    'a menu begun elsewhere',
    select({ options: options(2), initial_option: option('o9') }),
    'must match the options exactly',
  ],
  [
    'a menu of two values alike',
    select({ options: [option('a'), option('a')] }),
    'different values',
  ],
  [
    'an overflow of one',
    actions({ type: 'overflow', action_id: 'more', options: options(1) }),
    'no fewer than 2',
  ],
  ['a button in a context', { type: 'context', elements: [button()] }, 'unsupported type'],
  ['an uneven table', table([row(2), row(3)]), 'same number of cells'],
  ['an empty cell', table([[cell('')]]), 'must be more than 0 characters'],
  ['a cell of mrkdwn', table([[mrkdwn('x')]]), 'unsupported type'],
  [
    'a number without its text',
    table([[{ type: 'raw_number', value: 3 }]]),
    'missing required field',
  ],
  ['a data table without caption', { type: 'data_table', rows: rows(2, 2) }, '/caption'],
  ['a data table of a header', dataTable(rows(1, 2)), 'no fewer than 2'],
  [
    'a header row with a number',
    dataTable([[{ type: 'raw_number', value: 1, text: '1' }], row(1)]),
    'must be raw_text',
  ],
  ['a page of none', dataTable(rows(2, 2), { page_size: 0 }), 'no less than 1'],
  ['a page of half a row', dataTable(rows(2, 2), { page_size: 2.5 }), 'page_size'],
  [
    'a row header that is no column',
    dataTable(rows(2, 2), { row_header_column_index: 2 }),
    'must be a column',
  ],
  [
    'rich text that calls everybody',
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'broadcast', range: 'here' }] }],
    },
    'unsupported type',
  ],
  [
    'a folded container that does not fold',
    {
      type: 'container',
      title: plain('x'),
      child_blocks: [{ type: 'divider' }],
      default_collapsed: true,
    },
    'needs is_collapsible',
  ],
])('refuses %s', (_, block, complaint) => {
  const complaints = validateBlocks(_ === 'no list' ? block : [block]);
  expect(complaints.join('; ')).toContain(complaint);
});

it('refuses two blocks with the same id', () => {
  const twice = many(2, () => ({ type: 'divider', block_id: 'a' }));
  expect(validateBlocks(twice)).toEqual([
    'block_ids must differ within a message [json-pointer:/blocks]',
  ]);
});

it.each([
  'a < b',
  'a <b> c',
  '<script>',
  '<@ann>',
  '<#general>',
  '<!here>',
  '<!channel>',
  '<!everyone|all>',
  '<!subteam^x>',
  '<ftp://x.test>',
  '<https://x.test',
  'R&D',
  '&nbsp;',
])('refuses the mrkdwn %j, in blocks and as the text of a message', (text) => {
  expect(validateBlocks([section(text)])).not.toEqual([]);
  expect(validateMessage({ text })).not.toEqual([]);
});

it.each(['<!here>', '<!channel|all>', '<!everyone>'])('refuses %j for whom it calls', (text) => {
  expect(validateMessage({ text })).toEqual([
    'must not call everybody in the channel [json-pointer:/text]',
  ]);
});

it.each([
  'a &lt; b &amp; c &gt; d',
  '> quoted',
  '<@U123ABC> and <@U123ABC|ann>',
  '<#C123ABC|general> and <#C123ABC|>',
  '<!subteam^S123ABC>',
  '<https://x.test/?a=b|the page>',
  '<mailto:a@x.test|write>',
  '<!date^1700000000^{date_short}|14 Nov 2023>',
])('lets the mrkdwn %j by', (text) => {
  expect(validateMessage({ text, blocks: [section(text)] })).toEqual([]);
});

it.each<[string, object]>([
  ['no text', {}],
  ['empty text', { text: '' }],
  ['text that is none', { text: 3 }],
  ['attachments', { text: 'x', attachments: [] }],
])('refuses a message with %s', (_, message) => {
  expect(validateMessage({ blocks: [{ type: 'divider' }], ...message })).not.toEqual([]);
});

it.each<[string, unknown, string]>([
  ['no object', 'x', '/view'],
  ['of a type unknown', { type: 'drawer', blocks: [] }, 'unsupported type'],
  ['without title', { type: 'modal', blocks: [{ type: 'divider' }] }, '/view/title'],
  ['with inputs and no submit', modal({ submit: undefined }), 'submit is required'],
  ['with no blocks', modal({ blocks: [] }), 'no fewer than 1'],
  ['with a table', modal({ blocks: [table(rows(1, 1))] }), 'unsupported type'],
  ['with Markdown', modal({ blocks: [{ type: 'markdown', text: 'x' }] }), 'unsupported type'],
  ['with a button as an input', modal({ blocks: [input(button())] }), 'unsupported type'],
  ['with a field unknown', modal({ colour: 'red' }), 'no additional properties'],
  [
    'with two fields in focus',
    modal({
      blocks: many(2, (n) =>
        input({ type: 'plain_text_input', action_id: `f${n}`, focus_on_load: true }),
      ),
    }),
    'only one element',
  ],
  [
    'that is a Home with a title',
    { type: 'home', title: plain('x'), blocks: [{ type: 'divider' }] },
    'no additional properties',
  ],
])('refuses a view %s', (_, view, complaint) => {
  expect(validateView(view).join('; ')).toContain(complaint);
});

it('lets a full message by', () => {
  const blocks = [
    { type: 'header', text: plain('Trips in London') },
    section('*Up* since <@U123ABC> asked'),
    image({ slack_file: { id: 'F123' }, title: plain('Trips by week') }),
    dataTable([row(2), [cell('2024-W01'), { type: 'raw_number', value: 1200, text: '1,200' }]], {
      page_size: 10,
    }),
    {
      type: 'context',
      elements: [
        mrkdwn('Release 3'),
        { type: 'image', alt_text: 'crest', image_url: 'https://x.test/a.png' },
      ],
    },
    actions(...buttons(5), { type: 'overflow', action_id: 'more', options: options(3) }),
    {
      type: 'section',
      text: plain('Change'),
      accessory: button({ style: 'primary', confirm: confirm() }),
    },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [{ type: 'text', text: 'x', style: { bold: true } }],
        },
      ],
    },
  ];
  expect(validateMessage({ text: 'Trips in London went up', blocks })).toEqual([]);
});

it('lets a full modal and a Home by', () => {
  const elements = [
    field,
    { type: 'static_select', action_id: 'a', options: options(3), initial_option: option('o1') },
    {
      type: 'multi_static_select',
      action_id: 'b',
      options: options(3),
      initial_options: options(2),
    },
    { type: 'checkboxes', action_id: 'c', options: options(3), initial_options: options(1) },
    { type: 'radio_buttons', action_id: 'd', options: options(2), initial_option: option('o0') },
    { type: 'datepicker', action_id: 'e', initial_date: '2024-01-31' },
    { type: 'timepicker', action_id: 'f', initial_time: '09:30' },
    { type: 'users_select', action_id: 'g' },
    { type: 'conversations_select', action_id: 'h', default_to_current_conversation: true },
    { type: 'number_input', action_id: 'i', is_decimal_allowed: false },
  ];
  const blocks = [section('x'), ...elements.map((element) => input(element, { optional: true }))];
  expect(
    validateView(
      modal({ blocks, close: plain('Cancel'), private_metadata: '{}', notify_on_close: true }),
    ),
  ).toEqual([]);
  expect(validateView({ type: 'home', blocks: [section('x'), actions(button())] })).toEqual([]);
});
