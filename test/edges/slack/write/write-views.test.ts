import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelId } from '#src/access/room.ts';
import { writeForm } from '#src/edges/slack/write/write-form.ts';
import { writeHome } from '#src/edges/slack/write/write-home.ts';
import { validateView } from '#test/support/slack/validate-blocks.ts';
import { goldenText, lines } from './golden-file.ts';
import { hostileText } from './hostile-text.ts';
import { markupIn } from './markup-in.ts';

test('the form opens with the question as it was, and carries its state', () => {
  const form = writeForm({ question: 'region:London since:lift-date', state: 'sealed' });
  expect(validateView(form)).toEqual([]);
  expect(lines(form)).toBe(goldenText('form', lines(form)));
  expect(form.private_metadata).toBe('sealed');
});

test('the page says where to ask and what', () => {
  const home = writeHome({
    intro: [
      'Ask about trips with /mobility in one of the channels below.',
      'The data run to 16 October 2022.',
    ],
    channels: channelId.array().parse(['C0000000001', 'C0000000002']),
    examples: ['region:England since:lift-date', 'flows destination:"North East"'],
  });
  expect(validateView(home)).toEqual([]);
  expect(lines(home)).toBe(goldenText('home', lines(home)));
});

test('an empty page is a page', () => {
  const home = writeHome({ intro: [], channels: [], examples: [''] });
  expect(validateView(home)).toEqual([]);
});

test('whatever a form or a page holds, Slack takes it, and nothing in it becomes markup', () => {
  const pages = fc.record({
    intro: fc.array(hostileText, { maxLength: 30 }),
    channels: fc
      .uniqueArray(fc.stringMatching(/^[CG][A-Z0-9]{2,20}$/u), { maxLength: 60 })
      .map((ids) => channelId.array().parse(ids)),
    examples: fc.array(hostileText, { maxLength: 30 }),
  });
  fc.assert(
    fc.property(pages, hostileText, (page, question) => {
      const home = writeHome(page);
      const form = writeForm({ question, state: 'sealed' });
      expect(validateView(home)).toEqual([]);
      expect(validateView(form)).toEqual([]);
      expect(markupIn({ text: '', blocks: home.blocks }, page.channels)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
