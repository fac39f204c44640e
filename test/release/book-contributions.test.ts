import { join } from 'node:path';
import { expect, test } from 'vitest';
import { protect } from '#src/disclosure/protect.ts';
import { readBook } from '#src/release/read-book.ts';
import { writeBook } from '#src/release/write-book.ts';
import { smallCountry, smallPolicy } from '#test/disclosure/any-cube.ts';
import { makeCube, type Row } from '#test/disclosure/make-cube.ts';
import { someKey } from '#test/disclosure/some-key.ts';
import { ownFolder } from '#test/support/own-folder.ts';

const options = { stream: someKey(1), releaseId: 'r', series: 's' };
const rowsOf = (devices: number, top: Row['top']): readonly Row[] => [
  { week: 0, from: 'a1', to: 'a2', trips: 90, devices: 30, ...(top && { top }) },
  { week: 1, from: 'a1', to: 'a2', trips: 3 * devices, devices, ...(top && { top }) },
];

/** What a book keeps of two releases of one flow in which week 1 changes. */
async function keep(before: readonly Row[], after: readonly Row[]) {
  const [first, next] = [before, after].map((rows) => makeCube(smallCountry, 2, rows));
  if (first === undefined || next === undefined) throw new Error('no cubes');
  const one = protect(first, smallPolicy, options);
  const { baseline } = protect(next, smallPolicy, options, one.baseline);
  const file = join(ownFolder(), 'r.book.duckdb');
  const { modes } = next;
  const days = { day: [], destination: [], trips: [], sensitive: [] };
  await writeBook(file, { releaseId: 'r', firstWeek: '2021-01-04', modes, baseline, days });
  const book = await readBook(file, { areas: smallCountry.codes.length, modes });
  expect(book.baseline).toEqual(baseline);
  return { flows: book.baseline.flows.contributions, past: book.baseline.past.contributions };
}

test('a book keeps what the largest devices made of each flow, now and before', async () => {
  const { flows, past } = await keep(rowsOf(20, [6, 4]), rowsOf(50, [7, 5]));
  expect([...(flows?.largest ?? [])]).toEqual([6, 7]);
  expect([...(flows?.second ?? [])]).toEqual([4, 5]);
  expect([...(past?.largest ?? [])]).toEqual([6]);
});

test('where the source does not know it, the book does not either', async () => {
  const none = { flows: undefined, past: undefined };
  expect(await keep(rowsOf(20, undefined), rowsOf(50, undefined))).toEqual(none);
});

test('some flows may be known and others not', async () => {
  const { flows, past } = await keep(rowsOf(20, undefined), rowsOf(90, [7, 5]));
  expect([...(flows?.largest ?? [])]).toEqual([Number.NaN, 7]);
  expect(past).toBeUndefined();
});
