import { expect, test } from 'vitest';
import { isSought } from '#src/audit/is-sought.ts';
import { parseSought } from '#src/audit/sought.ts';
import type { AuditEvent } from '#src/state/audit-event.ts';
import { person } from './kept-audit.ts';

const message = { kind: 'message', channel: 'C024BE91L', ts: '1700000000.000100' };

test.each([
  {
    text: 'uk-demo-2022-10-16-1a2b3c4d',
    sought: { kind: 'release', id: 'uk-demo-2022-10-16-1a2b3c4d' },
  },
  { text: 'AB12CD34EF56', sought: { kind: 'cells', digits: 'ab12cd34ef56' } },
  { text: 'C024BE91L/1700000000.000100', sought: message },
  { text: 'https://acme.slack.com/archives/C024BE91L/p1700000000000100', sought: message },
  {
    text: ' https://acme.enterprise.slack.com/archives/C024BE91L/p1700000000000100?thread_ts=1690000000.000200&cid=C024BE91L ',
    sought: message,
  },
  { text: 'C024BE91L', sought: { kind: 'channel', id: 'C024BE91L' } },
  { text: 'D024BE91L', sought: { kind: 'channel', id: 'D024BE91L' } },
  { text: 'C0AB12CD34EF', sought: { kind: 'channel', id: 'C0AB12CD34EF' } },
  { text: 'c0ab12cd34ef', sought: { kind: 'cells', digits: 'c0ab12cd34ef' } },
  { text: 'region:London', sought: { kind: 'question', key: 'region', values: ['london'] } },
  {
    text: 'Region:"North West",Wales',
    sought: { kind: 'question', key: 'region', values: ['north west', 'wales'] },
  },
  {
    text: 'region:Bristol, City of',
    sought: { kind: 'question', key: 'region', values: ['bristol, city of'] },
  },
])('$text is read', ({ text, sought }) => {
  expect(parseSought(text)).toEqual(sought);
});

test.each([
  '',
  'London',
  'ab12cd34ef5',
  'colour:red',
  'region:',
  'region:""',
  'C024BE91L/1700000000',
  'https://example.org/archives/C024BE91L/p1700000000000100',
  'https://acme.slack.com/archives/C024BE91L',
  'U024BE7LH',
])('%j is nothing that can be sought', (text) => {
  expect(parseSought(text)).toBeUndefined();
});

const event: AuditEvent = {
  actor: person('U024BE7LH'),
  at: '2026-11-23T09:00:00.000Z',
  action: 'answer.given',
  subject: 'a',
  release: 'uk-demo-2022-10-16-1a2b3c4d',
  cells: 'ab12cd34ef56'.padEnd(64, '0'),
  channel: {
    id: 'C024BE91L',
    audience: { kind: 'public', members: 3, guests: 0, isShared: false },
  },
  message: { channel: 'C024BE91L', ts: '1700000000.000100' },
};

test.each([
  { what: 'uk-demo-2022-10-16-1a2b3c4d', is: true },
  { what: 'uk-demo-2022-10-16-1a2b3c4e', is: false },
  { what: 'ab12cd34ef56', is: true },
  { what: 'b12cd34ef560', is: false },
  { what: 'C024BE91L', is: true },
  { what: 'C024BE91', is: false },
  { what: 'C024BE91L/1700000000.000100', is: true },
  { what: 'C024BE91L/1700000000.000101', is: false },
  { what: 'C024BE91M/1700000000.000100', is: false },
])('an event is of $what: $is', ({ what, is }) => {
  const sought = parseSought(what);
  if (sought === undefined) throw new Error('not read');
  expect(isSought(event, sought)).toBe(is);
});

test.each([
  { ask: 'region:London since:lift-date', what: 'region:london', is: true },
  { ask: 'region:Londonderry', what: 'region:London', is: false },
  { ask: 'origin:Leeds destination:London', what: 'region:London', is: true },
  { ask: 'flows between:Leeds,London,Bath', what: 'region:London', is: true },
  { ask: 'origin:London destination:Leeds', what: 'region:London', is: false },
  { ask: 'origin:London destination:Leeds', what: 'origin:London', is: true },
  { ask: 'compare region:Wales,"North West",London', what: 'region:North West', is: true },
  { ask: 'compare region:Wales,"North West"', what: 'region:"North West",Wales', is: true },
  { ask: 'compare region:Wales,"North West"', what: 'region:Wales,London', is: false },
  { ask: 'region:"Bristol, City of"', what: 'region:Bristol, City of', is: true },
  { ask: 'region:Leeds+Bradford since:lift-date+4w', what: 'region:Bradford', is: true },
  { ask: 'region:Leeds since:lift-date+4w', what: 'since:lift-date+4w', is: true },
  { ask: 'region:Leeds since:lift-date', what: 'since:lift-date+4w', is: false },
  { ask: 'method region:London', what: 'region:London', is: true },
  { ask: undefined, what: 'region:London', is: false },
])('$ask is of $what: $is', ({ ask, what, is }) => {
  const sought = parseSought(what);
  if (sought === undefined) throw new Error('not read');
  expect(isSought({ ...event, ...(ask === undefined ? {} : { ask }) }, sought)).toBe(is);
});
