import { expect, test } from 'vitest';
import { sayChainFault } from '#src/audit/say-chain-fault.ts';
import { sayVerdict } from '#src/audit/say-verdict.ts';
import { walkAudit } from '#src/audit/walk-audit.ts';
import type { ChainFault } from '#src/state/chain-fault.ts';
import { makeKeptAudit, testMac } from './kept-audit.ts';

test.each<{ fault: ChainFault; says: string }>([
  {
    fault: { kind: 'altered', from: 1204, to: 1204 },
    says: 'Entry 1,204 is altered. Do not rely on what it says: look it up in a backup.',
  },
  {
    fault: { kind: 'altered', from: 2, to: 4 },
    says: 'Entries 2 to 4 are altered. Do not rely on what they say: look it up in a backup.',
  },
  {
    fault: { kind: 'missing', from: 2, to: 4 },
    says: 'Entries 2 to 4 are missing. Look in a backup, for entry 5 too, which cannot be checked without.',
  },
  {
    fault: { kind: 'cutOff', from: 9, to: 10 },
    says: 'Entries 9 to 10 were cut off at the end. Look in a backup.',
  },
  {
    fault: { kind: 'added', from: 11, to: 12 },
    says: 'Entries 11 to 12 were added past the sealed end. Do not rely on them.',
  },
  {
    fault: { kind: 'headPutBack', from: 9, to: 10 },
    says: 'The sealed end is an old one, although entries 9 to 10 follow and are as written. Find out who put it back.',
  },
  {
    fault: { kind: 'headForged' },
    says: 'The sealed end was altered, so entries may be missing after the last. Compare the end with a backup.',
  },
  {
    fault: { kind: 'headDiffers' },
    says: 'The last entry is not the one that the end was sealed for. Compare it with a backup.',
  },
  {
    fault: { kind: 'doubled', at: -3 },
    says: 'A second or stray entry stands under the number -3. Do not rely on it.',
  },
  {
    fault: { kind: 'markPast', by: 'witness', at: 8 },
    says: 'Entry 8, which this machine noted, is past the end: entries were cut off, or an old copy was put back. Look in a newer backup.',
  },
  {
    fault: { kind: 'markLost', by: 'person', at: 8 },
    says: 'Entry 8, which you noted, is missing. Look in a backup.',
  },
  {
    fault: { kind: 'markDiffers', by: 'person', at: 8 },
    says: 'Entry 8 is not the one which you noted: the audit was written anew, or went on from an old copy. Look for the lost entries in a backup.',
  },
])('$fault.kind is said with what to do', ({ fault, says }) => {
  expect(sayChainFault(fault)).toBe(says);
});

async function verdict(length: number, key = testMac) {
  const kept = makeKeptAudit(Array.from({ length }, () => ({})));
  const walked = await walkAudit({ ...kept.reader, mac: key });
  if (walked === undefined) throw new Error('not read');
  return sayVerdict(walked, 0);
}

test('an audit that nobody wrote to is whole and has nothing to note', async () => {
  expect(await verdict(0)).toEqual([
    'The audit has no entries yet.',
    'It is whole: nothing was altered, added or taken out.',
    `Head: 0:${'0'.repeat(12)}`,
    expect.stringMatching(/^This machine keeps no mark of the audit, /u),
  ]);
});

test('where nothing fits, the key is asked for first', async () => {
  expect(await verdict(3, (text) => testMac(`other ${text}`))).toEqual([
    'The audit has 3 entries, from 2026-11-23 09:00:01 to 2026-11-23 09:00:03 (UTC).',
    'It is NOT whole: 2 faults.',
    'Nothing fits the key. Most likely it is another key: check MOBILITY_AUDIT_KEY_FILE, or state/audit.key in the home folder.',
    '- Entries 1 to 3 are altered. Do not rely on what they say: look it up in a backup.',
    '- The sealed end was altered, so entries may be missing after the last. Compare the end with a backup.',
    'First keep a copy of the database and of audit-witness.json as they are, and tell whoever answers for security.',
    expect.stringMatching(/^This machine keeps no mark of the audit, /u),
  ]);
});

test('more faults than are told one by one are counted', async () => {
  const kept = makeKeptAudit(Array.from({ length: 400 }, () => ({})));
  kept.rows = kept.rows.filter(({ seq }) => seq % 2 === 0);
  const walked = await walkAudit(kept.reader);
  if (walked === undefined) throw new Error('not read');
  const lines = sayVerdict(walked, 1);
  expect(lines[1]).toBe('It is NOT whole: 200 faults.');
  expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(101);
  expect(lines).toContain('- and 100 more.');
});

test('entries of a later version are told, and are no fault', async () => {
  const walked = await walkAudit(makeKeptAudit([{}, {}]).reader);
  if (walked === undefined) throw new Error('not read');
  const lines = sayVerdict({ ...walked, check: { ...walked.check, unknown: 1 } }, 1);
  expect(lines.slice(1, 3)).toEqual([
    '1 entry was written by a later version of the program: the seals hold, but only that version can tell what was done.',
    'It is whole: nothing was altered, added or taken out. It fits the head that you noted.',
  ]);
});
