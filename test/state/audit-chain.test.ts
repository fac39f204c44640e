import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { beginning, chainHead, chainRow } from '#src/state/audit-chain.ts';

const mac = (text: string) => createHmac('sha256', 'key').update(text).digest('hex');

test('a row is sealed with the seal of the row before, its own number and its event', () => {
  // printf 'row\n%064d\n1\n{"a":1}' 0 | openssl dgst -sha256 -hmac key
  const first = chainRow(beginning, '{"a":1}', mac);
  expect(first).toEqual({
    seq: 1,
    event: '{"a":1}',
    seal: 'a4526de4b3268698bb8a69faadc2e21f54f191d4fca371ed22d4254b540c0264',
  });
  // printf 'row\n%s\n2\n{}' (that seal) | openssl dgst -sha256 -hmac key
  expect(chainRow(first, '{}', mac)).toEqual({
    seq: 2,
    event: '{}',
    seal: '15c3355a9e0bf79a763f844cbb36fa461bbe047725003f3fc2c090339e5ba9ec',
  });
});

test('the head is sealed with the number and the seal of the last row, and never looks like a row', () => {
  // printf 'head\n0\n%064d' 0 | openssl dgst -sha256 -hmac key
  expect(chainHead(beginning, mac)).toEqual({
    ...beginning,
    headSeal: 'baa8510a0c6fb604fb784b9633fd25ffedc92ae3f6a034953832f9ba169f90ba',
  });
});
