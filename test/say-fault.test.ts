import { expect, test } from 'vitest';
import { Fault, type FaultName } from '#src/fault.ts';
import { sayFault } from '#src/say-fault.ts';

const say = (code: string, name: FaultName = 'WarehouseFault') =>
  sayFault('7F3A', new Fault(name, code, 'for the operator'));

const known = [
  'deadline',
  'unavailable',
  'rateLimited',
  'tooManyBytes',
  'quota',
  'denied',
  'noAccount',
  'missing',
  'otherTables',
];

test.each(known)('%s has a sentence of its own, and one reference', (code) => {
  const { message, next } = say(code);
  expect(known.filter((other) => say(other).message === message)).toEqual([code]);
  expect(message).toMatch(/^[A-Z].*\.$/u);
  expect(`${message} ${next}`.split('7F3A')).toHaveLength(2);
  expect(`${message} ${next}`).not.toContain('operator');
});

test('anything else is said alike, and by no code of another room', () => {
  const usual = sayFault('7F3A', new Error('secret'));
  expect(usual.message).toContain('(ref 7F3A)');
  expect(say('engine')).toEqual(usual);
  expect(say('deadline', 'StoreFault')).toEqual(usual);
  expect(sayFault('7F3A', undefined)).toEqual(usual);
});
