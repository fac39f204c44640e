import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelId } from '#src/access/room.ts';
import { writeChoices } from '#src/edges/slack/write/write-choices.ts';
import { writeForm } from '#src/edges/slack/write/write-form.ts';
import { writeHome } from '#src/edges/slack/write/write-home.ts';
import type { AskForm } from '#src/slack-port.ts';
import { suggested } from '#test/support/slack/element-schema.ts';
import { validateView } from '#test/support/slack/validate-blocks.ts';
import { goldenText, lines } from './golden-file.ts';
import { hostileText } from './hostile-text.ts';
import { markupIn } from './markup-in.ts';

test('the form opens with the question as it was, and carries its state', () => {
  const form = writeForm({
    kind: 'change',
    question: 'region:London since:lift-date',
    state: 'sealed',
  });
  expect(validateView(form)).toEqual([]);
  expect(lines(form)).toBe(goldenText('form', lines(form)));
  expect(form.private_metadata).toBe('sealed');
});

const choice = (value: string) => ({ value, label: value, hint: `about ${value}` });
const ask: AskForm = {
  kind: 'ask',
  state: 'sealed',
  place: choice('region:London'),
  beside: undefined,
  start: { event: 'lift-date', from: undefined, to: '2022-05-08', mode: undefined },
  events: ['lift-date', 'plan-b'].map(choice),
  modes: ['rail', 'bus'].map(choice),
  days: ['6 January 2020', '16 October 2022'],
  goesTo: 'channel',
  preview: { says: 'I read this as: trips to London.', typed: 'region:London since:lift-date' },
};

test('the form for a new question has its fields, what they say in words and as typed, and carries its state', () => {
  const form = writeForm(ask);
  expect(validateView(form)).toEqual([]);
  expect(lines(form)).toBe(goldenText('ask-form', lines(form)));
  expect(form.private_metadata).toBe('sealed');
});

test('where there is nothing to choose, there is no such menu', () => {
  const { blocks } = writeForm({ ...ask, events: [], modes: [], start: {} });
  const ids = blocks.flatMap(({ block_id }) => block_id ?? []);
  expect(ids).toEqual(['place', 'from', 'to', 'beside']);
});

test('another preview leaves every field as it was', () => {
  const fieldsOf = (form: AskForm) => writeForm(form).blocks.filter(({ type }) => type === 'input');
  const other = { ...ask, preview: { says: 'Choose a place first.', typed: undefined } };
  expect(fieldsOf(other)).toEqual(fieldsOf(ask));
  expect(fieldsOf(ask)).toHaveLength(6);
});

const hostileChoices = fc.array(
  fc.record({
    value: hostileText,
    label: hostileText,
    hint: fc.option(hostileText, { nil: undefined }),
  }),
  { maxLength: 120 },
);

test('whatever there is to choose, Slack takes it, and nothing in it becomes markup', () => {
  fc.assert(
    fc.property(
      hostileChoices,
      fc.record({ says: hostileText, typed: fc.option(hostileText, { nil: undefined }) }),
      (choices, preview) => {
        const [place] = choices;
        const form = writeForm({ ...ask, place, events: choices, modes: choices, preview });
        expect(validateView(form)).toEqual([]);
        const shown = form.blocks.filter(({ type }) => type !== 'input');
        expect(markupIn({ text: '', blocks: shown }, [])).toEqual([]);
        const offered = writeChoices(choices);
        expect(suggested.safeParse({ options: offered }).success).toBe(true);
        expect(markupIn({ text: '', blocks: offered.map(({ text }) => text) }, [])).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

test('the page says where to ask and what', () => {
  const home = writeHome({
    intro: [
      'Ask about trips with /mobility in one of the channels below.',
      'The data run to 16 October 2022.',
    ],
    channels: channelId.array().parse(['C0000000001', 'C0000000002']),
    buttons: [{ action: 'compose', label: 'Ask for yourself', value: 'sealed' }],
    headline: {
      echo: 'I read this as: trips to England, since 19 January 2022.',
      sentences: ['Trips rose by 3%.', 'That is more than usual.'],
      receipt: 'Release demo-1 · data to 16 October 2022',
    },
    examples: [
      {
        question: 'region:England since:lift-date',
        buttons: [
          { action: 'alone', label: 'Answer only me', value: 'sealed' },
          { action: 'compose', label: 'In the form', value: 'sealed' },
        ],
      },
      { question: 'flows destination:"North East"', buttons: [] },
    ],
    help: ['Type /mobility alone for a form.'],
  });
  expect(validateView(home)).toEqual([]);
  expect(lines(home)).toBe(goldenText('home', lines(home)));
});

const emptyPage = {
  intro: [],
  buttons: [],
  headline: undefined,
  channels: [],
  examples: [],
  help: [],
};

test('an empty page is a page', () => {
  const home = writeHome({ ...emptyPage, examples: [{ question: '', buttons: [] }] });
  expect(validateView(home)).toEqual([]);
});

const hostileButton = fc.record({
  action: fc.constantFrom('alone', 'compose'),
  label: hostileText,
  value: fc.constant('sealed'),
});

test('whatever a form or a page holds, Slack takes it, and nothing in it becomes markup', () => {
  const pages = fc.record({
    intro: fc.array(hostileText, { maxLength: 30 }),
    channels: fc
      .uniqueArray(fc.stringMatching(/^[CG][A-Z0-9]{2,20}$/u), { maxLength: 60 })
      .map((ids) => channelId.array().parse(ids)),
    buttons: fc.array(hostileButton, { maxLength: 5 }),
    headline: fc.option(
      fc.record({
        echo: hostileText,
        sentences: fc.array(hostileText, { maxLength: 5 }),
        receipt: hostileText,
      }),
      { nil: undefined },
    ),
    examples: fc.array(
      fc.record({ question: hostileText, buttons: fc.array(hostileButton, { maxLength: 3 }) }),
      { maxLength: 30 },
    ),
    help: fc.array(hostileText, { maxLength: 5 }),
  });
  fc.assert(
    fc.property(pages, hostileText, (page, question) => {
      const home = writeHome(page);
      const form = writeForm({ kind: 'change', question, state: 'sealed' });
      expect(validateView(home)).toEqual([]);
      expect(validateView(form)).toEqual([]);
      expect(markupIn({ text: '', blocks: home.blocks }, page.channels)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
