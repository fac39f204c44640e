import { expect, test } from 'vitest';
import { readLifecycleArguments } from '#src/release/lifecycle/read-lifecycle-arguments.ts';

const as = undefined;

test.each([
  ['list', { kind: 'list' }],
  ['show arden', { kind: 'show', name: 'arden' }],
  ['approve arden', { kind: 'approve', name: 'arden', as }],
  ['approve arden --as ann', { kind: 'approve', name: 'arden', as: 'ann' }],
  [
    'approve arden --content 1a2b3c4d5e6f',
    { kind: 'approve', name: 'arden', as, content: '1a2b3c4d5e6f' },
  ],
  ['approve --as ann policy:12ab', { kind: 'approve', name: 'policy:12ab', as: 'ann' }],
  ['approve --as=ann arden', { kind: 'approve', name: 'arden', as: 'ann' }],
  ['live arden --as ann', { kind: 'live', name: 'arden', as: 'ann' }],
  ['live -- -arden', { kind: 'live', name: '-arden', as }],
  ['reject arden --reason wrong', { kind: 'reject', name: 'arden', as, reason: 'wrong' }],
  [
    'withdraw --reason wrong --as ann arden',
    { kind: 'withdraw', name: 'arden', as: 'ann', reason: 'wrong' },
  ],
])('"%s" is read', (words, expected) => {
  expect(readLifecycleArguments(words.split(' '))).toEqual(expected);
});

const only = 'only --as NAME, --content DIGITS and --reason "WORDS" are known, after one release';
const why = 'say why, in at most 200 characters: --reason "WORDS"';

test.each([
  ['list arden', 'list takes no name'],
  ['list arden more', 'name one release: npm run release -- list NAME'],
  ['approve', 'name one release: npm run release -- approve NAME'],
  ['approve one two', 'name one release: npm run release -- approve NAME'],
  ['live', 'name one release: npm run release -- live NAME'],
  ['withdraw --reason wrong', 'name one release: npm run release -- withdraw NAME'],
  ['reject arden', why],
  ['reject arden --reason=', why],
  ['withdraw arden', why],
  [`withdraw arden --reason ${'x'.repeat(201)}`, why],
  [
    'approve arden --content 1a2b',
    '--content takes the digits that show prints, at least 8 of them',
  ],
  ['approve arden --by ann', only],
  ['approve arden --as', only],
  ['reject arden --reason', only],
  ['approve -x arden', only],
  ['', 'that is not known'],
])('"%s" is not understood, and says what would be', (words, message) => {
  const argv = words.split(' ');
  expect(readLifecycleArguments(argv.length === 1 && words === '' ? ['', 'x'] : argv)).toEqual({
    kind: 'misunderstood',
    message,
  });
});

test('a reason is one line without anything that cannot be seen', () => {
  const read = (reason: string) => readLifecycleArguments(['reject', 'arden', '--reason', reason]);
  expect(read('  wrong\n\tin \u001B[31mMarch\u202E \u0000 ')).toMatchObject({
    reason: 'wrong in [31mMarch',
  });
  expect(read('\u200B\n \u0007')).toEqual({ kind: 'misunderstood', message: why });
  expect(read('x'.repeat(200))).toMatchObject({ kind: 'reject' });
  expect(read('Mae’r ffigurau’n anghywir – naïve £')).toMatchObject({
    reason: 'Mae’r ffigurau’n anghywir – naïve £',
  });
});
