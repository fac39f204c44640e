import { expect, test } from 'vitest';
import { actor, nameOf, parseAccountPerson, parseSlackPerson } from '#src/state/actor.ts';

test.each(['U024BE7LH', 'W012A3CDE', 'U0A'])('%s is a person in Slack', (text) => {
  expect(parseSlackPerson(text)).toBe(text);
});

test.each([
  '',
  'U',
  'C024BE7LH',
  'u024be7lh',
  'U024BE7LH ',
  '<@U024BE7LH>',
  'account:U024BE7LH',
  `U${'A'.repeat(30)}`,
])('%j is no person in Slack', (text) => {
  expect(parseSlackPerson(text)).toBeUndefined();
});

test.each([
  ['ann', 'account:ann'],
  ['Ann', 'account:ann'],
  ['  ANN\n', 'account:ann'],
  ['ann.b-c_2', 'account:ann.b-c_2'],
  ['u024be7lh', 'account:u024be7lh'],
])('%j is one account, however it is written', (text, person) => {
  expect(parseAccountPerson(text)).toBe(person);
});

test.each(['', ' ', '.ann', 'ann b', 'account:ann', 'änn', 'аnn', 'a/../b', 'a'.repeat(65)])(
  '%j is no account',
  (text) => {
    expect(parseAccountPerson(text)).toBeUndefined();
  },
);

test('a person in Slack and an account of that name are two people', () => {
  expect(parseAccountPerson('U024BE7LH')).not.toBe(parseSlackPerson('U024BE7LH'));
});

test('an actor is named as people know it', () => {
  const named = [
    { kind: 'person', id: 'account:ann' },
    { kind: 'person', id: 'U024BE7LH' },
    { kind: 'program', name: 'the release job' },
  ].map((each) => nameOf(actor.parse(each)));
  expect(named).toEqual(['ann', 'U024BE7LH', 'the release job']);
});
