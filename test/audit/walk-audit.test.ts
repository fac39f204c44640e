import { expect, test } from 'vitest';
import { walkAudit } from '#src/audit/walk-audit.ts';
import { makeKeptAudit } from './kept-audit.ts';

const auditOf = (length: number) => makeKeptAudit(Array.from({ length }, () => ({})));

test.each([0, 1, 999, 1000, 1001, 2500])(
  'an audit of %d entries is read once, in order, and whole',
  async (length) => {
    const kept = auditOf(length);
    const seen: number[] = [];
    const walked = await walkAudit(kept.reader, ({ seq }) => seen.push(seq) > 0);
    expect(seen).toEqual(kept.rows.map(({ seq }) => seq));
    expect(walked).toMatchObject({ check: { entries: length, faults: [] }, hasWitness: false });
  },
);

test('an audit that others write to meanwhile is whole', async () => {
  const kept = auditOf(10);
  const { audit: within } = kept.reader;
  let [beforeRows, beforeHead] = [5, 3];
  const audit = {
    witness: () => within.witness(),
    rows: (after: number, limit: number) => {
      const found = within.rows(after, limit);
      if (beforeRows > 0) kept.append({});
      beforeRows -= 1;
      return found;
    },
    head: () => {
      if (beforeHead > 0) kept.append({});
      beforeHead -= 1;
      return within.head();
    },
  };
  kept.witness = kept.rows.at(-1);
  const walked = await walkAudit({ ...kept.reader, audit });
  expect(walked?.check).toMatchObject({ entries: kept.rows.length, faults: [] });
  expect(kept.rows).toHaveLength(18);
});

test('an entry cut off is found, and reading ends', async () => {
  const kept = auditOf(5);
  kept.rows.pop();
  expect((await walkAudit(kept.reader))?.check.faults).toEqual([
    { kind: 'cutOff', from: 5, to: 5 },
  ]);
});

test.each([500, 1000, 1001])(
  'a second entry under the number %d is found, where batches meet too',
  async (number) => {
    const kept = auditOf(1500);
    const [row] = kept.rows.slice(number - 1);
    if (row === undefined) throw new Error('no row');
    kept.rows.splice(number, 0, { ...row, seal: 'f'.repeat(64) });
    expect((await walkAudit(kept.reader))?.check.faults).toEqual([{ kind: 'doubled', at: number }]);
  },
);

test('stray numbers, below 1 or beyond all, are found and do not make it read for ever', async () => {
  const kept = auditOf(3);
  const [row] = kept.rows;
  if (row === undefined) throw new Error('no row');
  kept.rows = [{ ...row, seq: -7 }, ...kept.rows, { ...row, seq: 2 ** 63 }];
  expect((await walkAudit(kept.reader))?.check.faults).toEqual([
    { kind: 'doubled', at: -7 },
    { kind: 'doubled', at: 2 ** 63 },
  ]);
  kept.rows = Array.from({ length: 3000 }, () => ({ ...row, seq: -7 }));
  expect((await walkAudit(kept.reader))?.check.faults).toContainEqual({
    kind: 'cutOff',
    from: 1,
    to: 3,
  });
});

test('marks of the witness and of people are compared, each by its name', async () => {
  const kept = auditOf(3);
  const noted = [{ seq: 2, seal: (kept.rows[1]?.seal ?? '').slice(0, 12) }];
  kept.witness = { seq: 3, seal: kept.rows[2]?.seal ?? '' };
  const whole = await walkAudit({ ...kept.reader, noted });
  expect(whole).toMatchObject({ hasWitness: true, check: { faults: [] } });
  kept.witness = { seq: 4, seal: 'f'.repeat(64) };
  const other = [{ seq: 2, seal: 'f'.repeat(12) }];
  expect((await walkAudit({ ...kept.reader, noted: other }))?.check.faults).toEqual([
    { kind: 'markDiffers', by: 'person', at: 2 },
    { kind: 'markPast', by: 'witness', at: 4 },
  ]);
});

test('a reader that has seen enough ends the walk', async () => {
  const seen: number[] = [];
  const walked = await walkAudit(auditOf(10).reader, ({ seq }) => seen.push(seq) < 3);
  expect({ seen, walked }).toEqual({ seen: [1, 2, 3], walked: undefined });
});
