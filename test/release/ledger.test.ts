import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendLedger, readLedger } from '#src/release/ledger.ts';
import { markSource } from '#src/release/mark-source.ts';
import { migrateLedger } from '#src/release/migrate-ledger.ts';
import { ownFolder } from '#test/support/own-folder.ts';

const key: Uint8Array = new Uint8Array(32).fill(5);
const entry = (releaseId: string) => ({
  releaseId,
  dataset: 'lowland',
  sourceMark: 'f',
  markedBy: 'l',
  policyHash: 'p',
  keyId: 'k',
  areasHash: 'a',
  wordsHash: 'w',
  figures: 'x',
});

test('lines are kept in the order of the draws', async () => {
  const file = join(ownFolder(), 'ledger.jsonl');
  expect(await readLedger(file)).toEqual([]);
  await appendLedger(file, [entry('one')]);
  await appendLedger(file, [entry('two')]);
  expect(await readLedger(file)).toEqual([entry('one'), entry('two')]);
});

test.each(['{"releaseId":"one"', '{"releaseId":"one"}', 'null'])(
  'a damaged ledger stops the job: %s',
  async (line) => {
    const file = join(ownFolder(), 'ledger.jsonl');
    writeFileSync(file, `${line}\n`);
    await expect(readLedger(file)).rejects.toMatchObject({
      name: 'ReleaseFault',
      code: 'badLedger',
    });
  },
);

test('a ledger that lies beside the releases moves to the raw data, once, with its fingerprints keyed', async () => {
  const [releases, raw] = [ownFolder(), ownFolder()];
  const { sourceMark: _, markedBy: _by, ...rest } = entry('one');
  const former = join(releases, 'ledger.jsonl');
  const text = `${JSON.stringify({ ...rest, sourceFingerprint: '0123abcd' })}\n`;
  for (const crashed of [false, true]) {
    writeFileSync(former, text);
    await migrateLedger(releases, raw, key);
    expect(existsSync(former), `again: ${crashed}`).toBe(false);
    expect(await readLedger(join(raw, 'ledger.jsonl'))).toEqual([
      { ...rest, ...markSource('0123abcd', key) },
    ]);
  }
  expect(readFileSync(join(raw, 'ledger.jsonl'), 'utf8')).not.toContain('0123abcd');
  expect(statSync(join(raw, 'ledger.jsonl')).mode & 0o777).toBe(0o600);
});

test('a mark is the same whatever key the figures are released with, and nothing without the key of the ledger', () => {
  expect(markSource('f', key)).toEqual(markSource('f', key));
  expect(markSource('g', key).sourceMark).not.toBe(markSource('f', key).sourceMark);
  expect(markSource('f', new Uint8Array(32)).sourceMark).not.toBe(markSource('f', key).sourceMark);
});
