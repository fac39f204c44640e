import { expect, test } from 'vitest';
import { makePacer } from '#src/bot/pacer.ts';

const at = (ms: number) => new Date(Date.UTC(2026, 10, 23) + ms);

test('messages of one channel are due apart, of several at once', () => {
  const pace = makePacer(() => at(0), 1100);
  expect([pace('C01'), pace('C01'), pace('C02'), pace('C01')]).toEqual([
    at(0),
    at(1100),
    at(0),
    at(2200),
  ]);
});

test('a channel that was quiet for long enough is not held up', () => {
  let now = 0;
  const pace = makePacer(() => at(now), 1100);
  pace('C01');
  now = 1099;
  expect(pace('C01')).toEqual(at(1100));
  now = 2200;
  expect(pace('C01')).toEqual(at(2200));
});
