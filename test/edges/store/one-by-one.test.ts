import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oneByOne } from '#src/edges/store/one-by-one.ts';

/** Answers each statement with its text after a while; throws where the text says so. */
function makeSql() {
  const log: string[] = [];
  return {
    log,
    query: async (text: string) => {
      log.push(`> ${text}`);
      await sleep(5);
      log.push(`< ${text}`);
      if (text.startsWith('fail')) throw new Error(text);
      return [{ text }];
    },
  };
}

test('statements that are asked for at once run one after the other, in order', async () => {
  const inner = makeSql();
  const { sql, finish } = oneByOne(inner);
  const rows = await Promise.all(['a', 'b', 'c'].map((text) => sql.query(text)));
  finish();
  expect(rows).toEqual([[{ text: 'a' }], [{ text: 'b' }], [{ text: 'c' }]]);
  expect(inner.log).toEqual(['> a', '< a', '> b', '< b', '> c', '< c']);
});

test('after one that failed none is run, and the end throws what it threw', async () => {
  const inner = makeSql();
  const { sql, finish } = oneByOne(inner);
  await expect(sql.query('fail 1')).rejects.toThrow('fail 1');
  await expect(sql.query('b')).rejects.toThrow('fail 1');
  expect(finish).toThrow('fail 1');
  expect(inner.log).toEqual(['> fail 1', '< fail 1']);
});

test('the end throws where a statement still runs, and none begins after it', async () => {
  const inner = makeSql();
  const { sql, finish } = oneByOne(inner);
  const late = Promise.allSettled([sql.query('a'), sql.query('b')]);
  expect(finish).toThrow('not waited for');
  expect((await late).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(inner.log).toEqual([]);
});
