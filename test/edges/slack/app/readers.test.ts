import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCommand } from '#src/edges/slack/app/read-command.ts';
import { readComposed } from '#src/edges/slack/app/read-composed.ts';
import { isInView, readEdit } from '#src/edges/slack/app/read-edit.ts';
import { readExplain } from '#src/edges/slack/app/read-explain.ts';
import { readHome } from '#src/edges/slack/app/read-home.ts';
import { isPassedOver, readMention } from '#src/edges/slack/app/read-mention.ts';
import { isOnPage, readPagePress } from '#src/edges/slack/app/read-page-press.ts';
import { readPress } from '#src/edges/slack/app/read-press.ts';
import { readSearch } from '#src/edges/slack/app/read-search.ts';
import { readSubmission } from '#src/edges/slack/app/read-submission.ts';
import { incoming } from '#src/incoming.ts';

const hook = 'https://hooks.slack.com/actions/T1/1';
const command = {
  trigger_id: '1.2.a',
  user_id: 'U0123',
  channel_id: 'C0123',
  text: 'help',
  response_url: hook,
};
const press = {
  trigger_id: '1.2.b',
  user: { id: 'U0123' },
  channel: { id: 'C0123' },
  response_url: hook,
  container: { message_ts: '1.000200', is_ephemeral: false },
  actions: [{ action_id: 'mobility:by-week', value: 'sealed' }],
};
const explain = {
  trigger_id: '1.2.c',
  user: { id: 'U0123' },
  channel: { id: 'C0123' },
  message: { ts: '1.000200' },
  response_url: hook,
};
const home = { event_id: 'Ev1', event: { user: 'U0123' } };
const submission = {
  user: { id: 'U0123' },
  view: {
    id: 'V1',
    private_metadata: 'sealed',
    state: { values: { question: { typed: { type: 'plain_text_input', value: 'help' } } } },
  },
};
const filled = {
  id: 'V1',
  private_metadata: 'sealed',
  state: {
    values: {
      place: {
        'mobility:place': {
          type: 'external_select',
          selected_option: { text: { type: 'plain_text', text: 'London' }, value: 'region:London' },
        },
      },
      event: { 'mobility:event': { type: 'static_select', selected_option: null } },
      from: { 'mobility:from': { type: 'datepicker', selected_date: '2022-01-03' } },
    },
  },
};
const composed = { user: { id: 'U0123' }, view: filled };
const edit = {
  trigger_id: '1.2.d',
  user: { id: 'U0123' },
  container: { type: 'view', view_id: 'V1' },
  view: { ...filled, hash: '1.abc' },
  actions: [{ action_id: 'mobility:from', selected_date: '2022-01-03' }],
};
const search = { user: { id: 'U0123' }, action_id: 'mobility:place', value: 'lon', view: filled };
const mention = {
  event_id: 'Ev2',
  event: {
    type: 'app_mention',
    user: 'U0123',
    channel: 'C0123',
    text: '<@U0BOT> and by rail?',
    ts: '1.000300',
    thread_ts: '1.000200',
  },
};
const pagePress = {
  trigger_id: '1.2.e',
  user: { id: 'U0123' },
  container: { type: 'view', view_id: 'V2' },
  view: { type: 'home', id: 'V2' },
  actions: [{ action_id: 'mobility:alone', value: 'sealed' }],
};
const readers = [
  ['command', readCommand, command],
  ['press', readPress, press],
  ['explain', readExplain, explain],
  ['home', readHome, home],
  ['submission', readSubmission, submission],
  ['composed', readComposed, composed],
  ['edit', readEdit, edit],
  ['search', readSearch, search],
  ['mention', readMention, mention],
  ['pagePress', readPagePress, pagePress],
] as const;

test.each(readers)('a %s as Slack documents it is read', (kind, read, body) => {
  expect(read(body)).toMatchObject({ kind, user: 'U0123' });
});

test.each<[string, (body: unknown) => unknown, object]>([
  ['a command without a trigger', readCommand, { ...command, trigger_id: undefined }],
  ['a command given twice', readCommand, { ...command, user_id: ['U0123', 'U0124'] }],
  ['a command from no channel', readCommand, { ...command, channel_id: 'somewhere' }],
  ['a command answered nowhere', readCommand, { ...command, response_url: 'ftp://a.example' }],
  ['a press without a channel', readPress, { ...press, channel: undefined }],
  ['two presses at once', readPress, { ...press, actions: [...press.actions, ...press.actions] }],
  ['a press of nothing', readPress, { ...press, actions: [] }],
  ['a press of another button', readPress, { ...press, actions: [{ action_id: 'other:x' }] }],
  [
    'a press with more state than a button holds',
    readPress,
    { ...press, actions: [{ action_id: 'mobility:x', value: 'x'.repeat(2001) }] },
  ],
  ['a shortcut on no message', readExplain, { ...explain, message: {} }],
  ['an opened page of nobody', readHome, { ...home, event: {} }],
  ['an opened page without an ID', readHome, { event: home.event }],
  [
    'a form with a field that there is not',
    readComposed,
    {
      ...composed,
      view: {
        ...filled,
        state: { values: { colour: { x: { selected_option: { value: 'red' } } } } },
      },
    },
  ],
  [
    'a form with a field as long as no place',
    readComposed,
    {
      ...composed,
      view: {
        ...filled,
        state: { values: { place: { x: { selected_option: { value: 'x'.repeat(201) } } } } },
      },
    },
  ],
  ['an edit under a message', readEdit, { ...edit, container: { type: 'message' } }],
  ['an edit of a form without a hash', readEdit, { ...edit, view: filled }],
  ['an edit by another button', readEdit, { ...edit, actions: [{ action_id: 'other:x' }] }],
  ['a press on a page that is a form', readPagePress, { ...pagePress, view: { type: 'modal' } }],
  ['a mention by nobody', readMention, { event: { ...mention.event, user: undefined } }],
  ['a mention nowhere', readMention, { event: { ...mention.event, channel: 'x' } }],
  ['a search in no form', readSearch, { ...search, view: undefined }],
  [
    'a form with two fields',
    readSubmission,
    {
      ...submission,
      view: {
        ...submission.view,
        state: { values: { a: { typed: { value: 'x' } }, b: { typed: { value: 'y' } } } },
      },
    },
  ],
  [
    'a form without fields',
    readSubmission,
    { ...submission, view: { ...submission.view, state: { values: {} } } },
  ],
  [
    'a form with more state than it holds',
    readSubmission,
    { ...submission, view: { ...submission.view, private_metadata: 'x'.repeat(3001) } },
  ],
])('%s is not read', (_, read, body) => {
  expect(read(body)).toBeUndefined();
});

test('a button without state, a command without text and an empty field are read as empty', () => {
  expect(readPress({ ...press, actions: [{ action_id: 'mobility:x' }] })).toMatchObject({
    value: '',
  });
  expect(readCommand({ ...command, text: undefined })).toMatchObject({ text: '' });
  const values = { question: { typed: { value: null } } };
  const view = { ...submission.view, state: { values } };
  expect(readSubmission({ ...submission, view })).toMatchObject({ question: '' });
});

test('of a form the fields that are filled in are read, by their names', () => {
  const fields = { place: 'region:London', from: '2022-01-03' };
  expect(readComposed(composed)).toMatchObject({ fields });
  expect(readEdit(edit)).toMatchObject({ fields, view: { id: 'V1', hash: '1.abc' } });
});

test('filled in otherwise it is another delivery, and the same again is the same', () => {
  const keyWith = (value: string) =>
    readComposed({
      ...composed,
      view: {
        ...filled,
        state: { values: { place: { x: { selected_option: { value } } } } },
      },
    })?.key;
  expect(keyWith('region:London')).toBe(keyWith('region:London'));
  expect(keyWith('region:London')).not.toBe(keyWith('region:Leeds'));
});

test('what is typed of a place is read as far as any name goes', () => {
  expect(readSearch({ ...search, value: 'x'.repeat(900) })).toMatchObject({
    query: 'x'.repeat(300),
  });
});

test('a mention is known by its message, and names its thread', () => {
  expect(readMention(mention)).toMatchObject({
    key: 'mention:C0123:1.000300',
    thread: '1.000200',
    text: '<@U0BOT> and by rail?',
  });
  expect(readMention({ ...mention, event_id: 'Ev3' })).toEqual(readMention(mention));
});

test('what programs write, and what was changed, is passed over', () => {
  const more = [
    [{ bot_id: 'B1' }, { edited: { ts: '1.2' } }, { subtype: 'bot_message' }],
    [{ subtype: 'file_share' }, { subtype: 'thread_broadcast' }, {}],
  ];
  expect(
    more.map((each) =>
      each.map((one) => isPassedOver({ ...mention, event: { ...mention.event, ...one } })),
    ),
  ).toEqual([
    [true, true, true],
    [false, false, false],
  ]);
});

test('what is worked in a view is told from what is worked under a message', () => {
  expect([isInView(edit), isInView(press), isInView({})]).toEqual([true, false, false]);
  expect([isOnPage(pagePress), isOnPage(edit), isOnPage(press)]).toEqual([true, false, false]);
});

/** A body in which any part may be anything. */
const damaged = (body: unknown): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 9, arbitrary: damagedInside(body) }, { weight: 1, arbitrary: fc.anything() });

function damagedInside(body: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(body)) return fc.tuple(...body.map(damaged));
  if (typeof body !== 'object' || body === null) return fc.constant(body);
  const parts = Object.entries(body).map(([key, value]) => [key, damaged(value)]);
  return fc.record(Object.fromEntries(parts));
}

test.each(readers)('whatever is delivered as a %s is read whole or not at all', (_, read, body) => {
  const seen = { whole: 0, none: 0 };
  fc.assert(
    fc.property(damaged(body), (delivered) => {
      const got = read(delivered);
      seen[got === undefined ? 'none' : 'whole'] += 1;
      if (got !== undefined) expect(incoming.parse(got)).toEqual(got);
    }),
    { numRuns: 500 },
  );
  expect(Math.min(seen.whole, seen.none)).toBeGreaterThan(0);
});
