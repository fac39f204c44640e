import { expect, test } from 'vitest';
import type { Provenance } from '#src/ports.ts';
import { sayReceipt } from '#src/summary/say-receipt.ts';

const release = {
  releaseId: '2022-w09',
  dataset: 'trips',
  source: 'Trips',
  synthetic: true,
  firstDay: '2021-01-04',
  lastDay: '2022-03-06',
  mechanism: 'dependentRounding',
  policyHash: '5'.repeat(64),
  keyId: '0123456789ab',
  threshold: 10,
  base: 400,
  rounding: 1000,
  attackedBlocks: 3,
};
const query: Provenance = {
  engine: 'bigquery',
  queryId: 'weekly-trips',
  hash: 'abcdef012345',
  durationMs: 7,
};
const said = (job: Provenance['job']) =>
  sayReceipt(release, [{ ...query, ...(job === undefined ? {} : { job }) }])
    .split(' · ')
    .at(-1);

test('a receipt names the query, and the job of BigQuery by the end of its name with what it cost', () => {
  const id = 'mobility_weekly-trips_3f2a9c1e-0000-4000-8000-00007b1e55aa';
  expect(said(undefined)).toBe('query weekly-trips abcdef012345');
  expect(said({ id, bytesBilled: 10_485_760, isCached: false })).toBe(
    'query weekly-trips abcdef012345, job 7b1e55aa, 11 MB billed',
  );
  expect(said({ id, bytesBilled: 0, isCached: true })).toBe(
    'query weekly-trips abcdef012345, job 7b1e55aa, from cache',
  );
  expect(said({ id, isCached: false })).toBe('query weekly-trips abcdef012345, job 7b1e55aa');
});
