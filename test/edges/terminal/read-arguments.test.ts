import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTerminalQuestion } from '#src/edges/terminal/read-arguments.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { usage } from '#src/grammar/usage.ts';
import { someAsks } from '#test/support/some-asks.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';

test.each([
  { argv: ['region:London', 'since:lift-date'], text: 'region:London since:lift-date' },
  { argv: ['region:North West', 'since:2022-01-19'], text: 'region:"North West" since:2022-01-19' },
  { argv: ['region:London since:lift-date'], text: 'region:London since:lift-date' },
  { argv: ['trips in Leeds'], text: 'trips in Leeds' },
  { argv: ['region:"North West"'], text: 'region:"North West"' },
  {
    argv: ['region:England,Northern Ireland', 'since:lift-date'],
    text: 'region:England,"Northern Ireland" since:lift-date',
  },
  { argv: ['region:North East+North West,Wales'], text: 'region:"North East"+"North West",Wales' },
  {
    argv: ['region:Bournemouth, Christchurch and Poole,North West'],
    text: 'region:Bournemouth, Christchurch and Poole,"North West"',
  },
  { argv: [], text: '' },
])('$argv is the question $text', ({ argv, text }) => {
  expect(readTerminalQuestion(argv)).toEqual({ text, json: false });
});

test('--json may stand anywhere', () => {
  expect(readTerminalQuestion(['--json', 'status'])).toEqual({ text: 'status', json: true });
  expect(readTerminalQuestion(['status', '--json'])).toEqual({ text: 'status', json: true });
});

/** What a program is given where these questions are typed in a shell, one after the other. */
function shellWords(questions: readonly string[]): readonly (readonly string[])[] {
  const end = '--end';
  const script = questions.map((typed) => `printf '%s\\0' ${typed} ${end}`).join('\n');
  const words = execFileSync('sh', { input: script, encoding: 'utf8' });
  return words
    .split(`${end}\0`)
    .slice(0, -1)
    .map((line) => line.split('\0').slice(0, -1));
}

const readAs = (text: string) => {
  const parsed = parseAsk(text, ukVocabulary);
  return parsed.kind === 'read' ? parsed.reading : parsed.refusal.message;
};

const refused = [
  'region:UK by:mode since:lift-date',
  'destination:London,Wales since:lift-date',
  'region:Newcastle',
  'region:London+Leeds,York',
  'flows region:London,Leeds,York by:day',
  'compare "Bournemouth, Christchurch and Poole"',
  'region:Devon',
  'North Wales',
  'flows between:"North East","North West" since:2019',
  'origin:"North East" destination:"Kingston upon Hull, City of" since:2019',
  'region:"North East" by:day mode:rail',
  'region:"Walking" mode:active by:mode',
];

const suggested = (text: string) => {
  const parsed = parseAsk(text, ukVocabulary);
  return parsed.kind === 'refused' ? parsed.refusal.next.split('Try: ').slice(1) : [];
};

test('what the program suggests means the same typed in a shell, which eats the quotes', () => {
  const asks = fc.sample(someAsks(ukVocabulary), { numRuns: 400, seed: 1 });
  const questions = [...refused.flatMap(suggested), ...asks.map((ask) => usage(ask, ukVocabulary))];
  expect(refused.flatMap(suggested)).toHaveLength(refused.length);
  expect(questions.filter((typed) => typed.includes('"')).length).toBeGreaterThan(100);
  const typed = shellWords(questions);
  expect(typed).toHaveLength(questions.length);
  for (const [i, question] of questions.entries())
    expect(readAs(readTerminalQuestion(typed[i] ?? []).text), question).toEqual(readAs(question));
});

test.each([
  'region:England,"Northern Ireland" since:lift-date',
  'region:"Bournemouth, Christchurch and Poole",Leeds',
  'region:"Kingston upon Hull, City of"+"Bristol, City of"',
  'region:"London Colney"',
  'mode:"walking and cycling",rail region:Leeds',
  'between:"2022-01-01 and 2022-03-31" region:Leeds',
  'region:London vs:"North East"',
])('%s means the same typed in a shell', (question) => {
  const [argv = []] = shellWords([question]);
  expect(readAs(readTerminalQuestion(argv).text)).toEqual(readAs(question));
});
