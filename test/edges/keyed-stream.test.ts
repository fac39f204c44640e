import { expect, test } from 'vitest';
import { keyId, makeKeyedStream } from '#src/edges/keyed-stream.ts';
import { Fault } from '#src/fault.ts';

const key = Uint8Array.from({ length: 16 }, (_, index) => index);
const take = (uniform: () => number, count: number) => Array.from({ length: count }, uniform);

test('the stream is AES-256 in counter mode under the HMAC of the label', () => {
  // `openssl dgst -sha256 -mac HMAC` of "label", then `openssl enc -aes-256-ctr` of zeros, iv 0:
  // b6d885b324318d7b ef3628f126271c8e 7ebe36eb56bce5f1 …
  const uniform53 = (low: number, high: number) => ((low >>> 5) * 2 ** 26 + (high >>> 6)) / 2 ** 53;
  expect(take(makeKeyedStream(key)('label'), 3)).toEqual([
    uniform53(0xb385d8b6, 0x7b8d3124),
    uniform53(0xf12836ef, 0x8e1c2726),
    uniform53(0xeb36be7e, 0xf1e5bc56),
  ]);
});

test('a key is named by the start of its SHA-256', () => {
  // openssl dgst -sha256
  expect(keyId(key)).toBe('be45cb2605bf');
});

test('the same key and label give the same stream, another key or label another', () => {
  const first = take(makeKeyedStream(key)('a'), 500);
  expect(take(makeKeyedStream(key)('a'), 500)).toEqual(first);
  expect(take(makeKeyedStream(key)('b'), 500)).not.toEqual(first);
  expect(take(makeKeyedStream(key.with(0, 1))('a'), 500)).not.toEqual(first);
});

test('streams of one key do not disturb one another', () => {
  const stream = makeKeyedStream(key);
  const a = stream('a');
  const b = stream('b');
  const mixed = Array.from({ length: 200 }, () => [a(), b()]);
  expect(mixed.map(([one]) => one)).toEqual(take(stream('a'), 200));
});

test('numbers are uniform from 0 to below 1, with no repeats across blocks', () => {
  const numbers = take(makeKeyedStream(key)('uniform'), 200_000);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (const number of numbers) {
    const tenth = Math.floor(number * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  const chiSquare = tenths.reduce((sum, count) => sum + (count - 20_000) ** 2 / 20_000, 0);
  expect(tenths).toHaveLength(10);
  // The 99.9 % point of chi-square with 9 degrees of freedom.
  expect(chiSquare).toBeLessThan(27.88);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('a short key is refused', () => {
  expect(() => makeKeyedStream(new Uint8Array(15))).toThrow(Fault);
});
