import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { eachOf } from '#src/edges/slack/client/each-of.ts';

const items = Array.from({ length: 20 }, (_, at) => at);

test('every item is worked on once, so many at a time', async () => {
  const done: number[] = [];
  let running = 0;
  let most = 0;
  await eachOf(items, 3, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await setTimeout(1);
    running -= 1;
    done.push(item);
  });
  expect(done.toSorted((a, b) => a - b)).toEqual(items);
  expect(most).toBe(3);
});

test('after an error no work begins', async () => {
  let begun = 0;
  const work = eachOf(items, 3, async (item) => {
    begun += 1;
    await setTimeout(item === 1 ? 1 : 5);
    if (item === 1) throw new Error('no');
  });
  await expect(work).rejects.toThrow('no');
  await setTimeout(30);
  expect(begun).toBe(3);
});

test('nothing to do is done', async () => {
  await eachOf([], 3, () => Promise.reject(new Error('no')));
});
