import { expect, test } from 'vitest';
import { makeGate } from '#src/board/make-gate.ts';
import { parseProxyPerson, type PersonId } from '#src/state/actor.ts';

const personOf = (name: string): PersonId => {
  const person = parseProxyPerson(name);
  if (person === undefined) throw new Error('that is nobody');
  return person;
};
const [ann, ben] = [personOf('ann'), personOf('ben')];

/** A gate, and the seconds by its clock. */
function gateAt(size: Parameters<typeof makeGate>[0]) {
  const time = { seconds: 0 };
  const gate = makeGate(size, () => new Date(time.seconds * 1000));
  const pass = (person: PersonId): string | number => {
    const entry = gate(person);
    if (entry.kind === 'shut') return entry.retryAfterS;
    entry.leave();
    return 'open';
  };
  return { gate, time, pass };
}

test('who has looked often enough waits until a minute after the first look', () => {
  const { time, pass } = gateAt({ atOnce: 1, aMinute: 2 });
  expect(pass(ann)).toBe('open');
  time.seconds = 20;
  expect(pass(ann)).toBe('open');
  expect([pass(ann), pass(ben)]).toEqual([40, 'open']);
  time.seconds = 59.5;
  expect(pass(ann)).toBe(1);
  time.seconds = 60;
  expect([pass(ann), pass(ann)]).toEqual(['open', 20]);
});

test('who looks at as much as they may at one time waits until one look has ended', () => {
  const { gate, time, pass } = gateAt({ atOnce: 2, aMinute: 9 });
  const [first] = [gate(ann), gate(ann)];
  time.seconds = 600;
  expect([pass(ann), pass(ben)]).toEqual([1, 'open']);
  if (first.kind === 'open') first.leave();
  expect(pass(ann)).toBe('open');
});
