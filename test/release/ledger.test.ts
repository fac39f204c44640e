import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendLedger, readLedger } from '#src/release/ledger.ts';
import { ownFolder } from './invented-data.ts';

const entry = (releaseId: string) => ({
  releaseId,
  dataset: 'lowland',
  sourceFingerprint: 'f',
  policyHash: 'p',
  keyId: 'k',
  areasHash: 'a',
  wordsHash: 'w',
  figures: 'x',
});

test('lines are kept in the order of the draws', async () => {
  const file = join(ownFolder(), 'ledger.jsonl');
  expect(await readLedger(file)).toEqual([]);
  await appendLedger(file, entry('one'));
  await appendLedger(file, entry('two'));
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
