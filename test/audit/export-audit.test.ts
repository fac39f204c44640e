import { expect, test } from 'vitest';
import { exportAudit } from '#src/audit/export-audit.ts';
import { makeKeptAudit, type KeptAudit } from './kept-audit.ts';

const days = [
  '2026-10-31T23:59:59.999Z',
  '2026-11-01T00:00:00.000Z',
  '2026-11-30T23:59:59.999Z',
  '2026-12-01T00:00:00.000Z',
];
const audit = () => makeKeptAudit(days.map((at) => ({ at })));

async function lines(kept: KeptAudit, since?: string, until?: string) {
  const written: string[] = [];
  const walked = await exportAudit(kept.reader, { since, until }, (text) => {
    written.push(text);
    return Promise.resolve(true);
  });
  const entries: unknown[] = written
    .join('')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { walked, entries };
}

test('each entry is a line of JSON: its number, its seal and the fields of its event', async () => {
  const kept = audit();
  const { entries } = await lines(kept);
  expect(entries).toEqual(
    kept.rows.map(({ seq, seal, event }) => {
      const fields: unknown = JSON.parse(event);
      return { seq, seal, ...(fields as object) };
    }),
  );
});

test.each([
  { since: '2026-11-01', until: '2026-11-30', seqs: [2, 3] },
  { since: '2026-11-01', until: undefined, seqs: [2, 3, 4] },
  { since: undefined, until: '2026-10-31', seqs: [1] },
  { since: '2027-01-01', until: undefined, seqs: [] },
])('from $since to $until, both days included: $seqs', async ({ since, until, seqs }) => {
  const { entries, walked } = await lines(audit(), since, until);
  expect(entries.map((entry) => (entry as { seq: number }).seq)).toEqual(seqs);
  expect(walked?.check).toMatchObject({ entries: 4, faults: [] });
});

test('an altered audit is exported as it stands, and not called whole', async () => {
  const kept = audit();
  kept.rows = kept.rows.map((row) => (row.seq === 2 ? { ...row, event: 'no event' } : row));
  const { entries, walked } = await lines(kept, '2026-12-01');
  expect(entries).toMatchObject([{ seq: 2, text: 'no event' }, { seq: 4 }]);
  expect(walked?.check.faults).toEqual([{ kind: 'altered', from: 2, to: 2 }]);
});

test('a long audit is written in bundles, and no further than anybody reads', async () => {
  const kept = makeKeptAudit(Array.from({ length: 3000 }, () => ({})));
  const bundles: string[] = [];
  const walked = await exportAudit(kept.reader, { since: undefined, until: undefined }, (text) => {
    bundles.push(text);
    return Promise.resolve(bundles.length < 3);
  });
  expect(walked).toBeUndefined();
  expect(bundles).toHaveLength(3);
  expect(bundles.every((bundle) => bundle.length < 70_000)).toBe(true);
});
