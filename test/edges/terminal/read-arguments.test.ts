import { expect, test } from 'vitest';
import { readTerminalQuestion } from '#src/edges/terminal/read-arguments.ts';

test.each([
  { argv: ['region:London', 'since:lift-date'], text: 'region:London since:lift-date' },
  { argv: ['region:North West', 'since:2022-01-19'], text: 'region:"North West" since:2022-01-19' },
  { argv: ['region:London since:lift-date'], text: 'region:London since:lift-date' },
  { argv: ['trips in Leeds'], text: 'trips in Leeds' },
  { argv: ['region:"North West"'], text: 'region:"North West"' },
  { argv: [], text: '' },
])('$argv is the question $text', ({ argv, text }) => {
  expect(readTerminalQuestion(argv)).toEqual({ text, json: false });
});

test('--json may stand anywhere', () => {
  expect(readTerminalQuestion(['--json', 'status'])).toEqual({ text: 'status', json: true });
  expect(readTerminalQuestion(['status', '--json'])).toEqual({ text: 'status', json: true });
});
