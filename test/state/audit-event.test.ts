import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ZodError } from 'zod';
import {
  auditAction,
  parseEvent,
  writeEvent,
  type AuditContext,
  type AuditEvent,
} from '#src/state/audit-event.ts';
import { parseSlackPerson } from '#src/state/actor.ts';

const ann = parseSlackPerson('U024BE7LH');
if (ann === undefined) throw new Error('no person');

const whole: AuditEvent = {
  subject: 'answer:1',
  reason: 'because',
  message: { ts: '1700000000.000100', channel: 'C024BE91L' },
  cells: 'ab'.repeat(32),
  actor: { id: ann, kind: 'person' },
  at: '2026-11-23T09:00:00.000Z',
  action: 'answer.given',
  channel: {
    id: 'C024BE91L',
    audience: { members: 12, kind: 'public', isShared: false, guests: 0 },
  },
  ask: 'region:London',
  decision: 'answered',
  release: 'uk-demo-2022-10-16-1a2b3c4d',
  latencyMs: 840,
  bytes: 51_200,
};

/** The same object with the keys of every depth in another order. */
const turned = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, each]) => [key, turned(each)]),
      )
    : value;

test('an event is one text, whatever the order of its keys', () => {
  const text = writeEvent(whole);
  // Of the same type: only the order of the keys differs.
  expect(writeEvent(turned(whole) as AuditEvent)).toBe(text);
  expect(
    text.startsWith('{"action":"answer.given","actor":{"id":"U024BE7LH","kind":"person"},'),
  ).toBe(true);
});

const text = fc.string({ unit: 'binary', maxLength: 30 });
const count = fc.nat();
const context = fc.record<AuditContext>(
  {
    actor: fc.oneof(
      fc.constant({ kind: 'person' as const, id: ann }),
      fc.record({ kind: fc.constant('program' as const), name: text }),
    ),
    channel: fc.record({
      id: text,
      audience: fc.record({
        kind: fc.constantFrom('public', 'private', 'direct', 'group', 'terminal'),
        members: count,
        guests: count,
        isShared: fc.boolean(),
      }),
    }),
    ask: text,
    decision: text,
    release: text,
    cells: fc.constant('0f'.repeat(32)),
    message: fc.record({ channel: text, ts: text }),
    latencyMs: count,
    bytes: count,
    reason: text,
  },
  { requiredKeys: ['actor'] },
);

test('any event is read back from its text as it was', () => {
  fc.assert(
    fc.property(
      context,
      text,
      fc.constantFrom(...auditAction.options),
      fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') }),
      (said, subject, action, date) => {
        const event = { ...said, subject, action, at: date.toISOString() };
        expect(parseEvent(writeEvent(event))).toEqual(event);
      },
    ),
  );
});

test.each([
  { name: 'a field that nobody defined', change: { text: 'show me London' } },
  { name: 'an action that nobody defined', change: { action: 'state.changed' } },
  { name: 'a fingerprint that is none', change: { cells: '1,204' } },
  { name: 'a time without a zone', change: { at: '2026-11-23T09:00:00' } },
  { name: 'a count below none', change: { latencyMs: -1 } },
  { name: 'an actor of no kind', change: { actor: { id: 'U024BE7LH' } } },
])('$name is not written, nor read', ({ change }) => {
  const wrong = { ...whole, ...change };
  // Of another type on purpose.
  expect(() => writeEvent(wrong as AuditEvent)).toThrow(ZodError);
  expect(parseEvent(JSON.stringify(wrong))).toBeUndefined();
});

test.each(['', '{', 'null', '[]', '{"action":'])('%j is no event', (text) => {
  expect(parseEvent(text)).toBeUndefined();
});
