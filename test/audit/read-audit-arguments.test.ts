import { expect, test } from 'vitest';
import { readAuditArguments } from '#src/audit/read-audit-arguments.ts';

const seal = '3fa94c01be77';

test.each([
  { line: ['verify'], read: { kind: 'verify', noted: [] } },
  {
    line: ['verify', '--head', `1204:${seal.toUpperCase()}`, `--head=0:${'0'.repeat(64)}`],
    read: {
      kind: 'verify',
      noted: [
        { seq: 1204, seal },
        { seq: 0, seal: '0'.repeat(64) },
      ],
    },
  },
  { line: ['export'], read: { kind: 'export', period: { since: undefined, until: undefined } } },
  {
    line: ['export', '--since', '2026-11-01', '--until', '2026-11-01'],
    read: { kind: 'export', period: { since: '2026-11-01', until: '2026-11-01' } },
  },
  {
    line: ['who-saw', 'C024BE91L'],
    read: { kind: 'whoSaw', sought: { kind: 'channel', id: 'C024BE91L' } },
  },
  { line: ['--help'], read: { kind: 'help' } },
  { line: ['verify', '-h'], read: { kind: 'help' } },
])('$line is understood', ({ line, read }) => {
  expect(readAuditArguments(line)).toEqual(read);
});

test.each([
  { line: [], says: 'Say verify, export or who-saw' },
  { line: ['delete'], says: 'Say verify, export or who-saw' },
  { line: ['verify', 'now'], says: 'verify takes --head' },
  { line: ['verify', '--head'], says: 'verify takes --head' },
  { line: ['verify', '--head', '1204'], says: '--head must be a head as verify prints it' },
  { line: ['verify', '--head', '1204:3fa94c01be7'], says: '--head must be a head' },
  { line: ['verify', '--head', `x:${seal}`], says: '--head must be a head' },
  { line: ['export', '--since', '01/11/2026'], says: 'a date must be of the form 2026-11-01' },
  { line: ['export', '--until', '2026-02-30'], says: 'a date must be of the form 2026-11-01' },
  { line: ['export', '--since', ''], says: 'a date must be of the form 2026-11-01' },
  {
    line: ['export', '--since', '2026-11-02', '--until', '2026-11-01'],
    says: '--until is before --since',
  },
  { line: ['export', '--format', 'csv'], says: 'export takes --since DATE and --until DATE' },
  { line: ['who-saw'], says: 'who-saw takes one thing' },
  { line: ['who-saw', 'region:North', 'West'], says: 'who-saw takes one thing' },
  { line: ['who-saw', 'everything'], says: 'who-saw takes one thing' },
])('$line is not understood, and why', ({ line, says }) => {
  const read = readAuditArguments(line);
  expect(read.kind === 'misunderstood' ? read.message : read).toContain(says);
});
