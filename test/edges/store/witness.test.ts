import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Sql } from '#src/edges/store/database.ts';
import { makeWitness, witnessFile } from '#src/edges/store/witness.ts';

let folder = '';
/** The seals of the audit, by their numbers: what the witness looks up. */
let seals = new Map<number, string>();

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mobility-witness-'));
  seals = new Map();
});
afterEach(() => rm(folder, { recursive: true }));

const sql: Sql = {
  query: (_, [seq] = []) => {
    const seal = seals.get(Number(seq));
    return Promise.resolve(seal === undefined ? [] : [{ seal }]);
  },
};

/** The mark of an entry of the audit that is written now. */
function mark(seq: number, seal: string) {
  seals.set(seq, seal);
  return { seq, seal };
}

const make = (using = sql) => makeWitness(witnessFile(join(folder, 'home')), using);

test('the newest mark is kept, for a process that comes later too', async () => {
  const witness = make();
  expect(await witness.last()).toBeUndefined();
  await witness.see(mark(1, 'a'));
  await witness.see(mark(2, 'b'));
  expect(await witness.last()).toEqual({ seq: 2, seal: 'b' });
  const later = make();
  await later.see(mark(3, 'c'));
  expect(await later.last()).toEqual({ seq: 3, seal: 'c' });
  expect((await stat(witnessFile(join(folder, 'home')))).mode & 0o777).toBe(0o600);
});

test('marks that come late, or many at once, leave the newest', async () => {
  const witness = make();
  const marks = Array.from({ length: 50 }, (_, index) => mark(index + 1, `seal ${index + 1}`));
  await Promise.all(marks.toReversed().map((each) => witness.see(each)));
  expect(await witness.last()).toEqual(marks.at(-1));
});

test('the mark of a history that was lost stays, however far another one goes', async () => {
  await make().see(mark(10, 'old'));
  // An old copy was put back, and the program goes on from it.
  seals = new Map();
  const witness = make();
  for (const seq of [6, 9, 10, 11, 12]) await witness.see(mark(seq, `new ${seq}`));
  expect(await witness.last()).toEqual({ seq: 10, seal: 'old' });
});

test('the same happens within one process', async () => {
  const witness = make();
  await witness.see(mark(10, 'old'));
  seals = new Map();
  for (const seq of [6, 10, 11]) await witness.see(mark(seq, `new ${seq}`));
  expect(await witness.last()).toEqual({ seq: 10, seal: 'old' });
});

test('a mark that cannot be kept is made up for by the next', async () => {
  let isDown = false;
  const witness = make({
    query: (text, values) => (isDown ? Promise.reject(new Error('down')) : sql.query(text, values)),
  });
  await witness.see(mark(1, 'a'));
  isDown = true;
  await witness.see(mark(2, 'b'));
  expect(await witness.last()).toEqual({ seq: 1, seal: 'a' });
  isDown = false;
  await witness.see(mark(3, 'c'));
  expect(await witness.last()).toEqual({ seq: 3, seal: 'c' });
});

test.each(['', '{"seq":1', '{"seq":"1","seal":"a"}', 'null'])(
  'a file that holds %j is a clear fault, and stays as it is',
  async (text) => {
    const file = join(folder, 'audit-witness.json');
    await writeFile(file, text);
    const witness = makeWitness(file, sql);
    await expect(witness.last()).rejects.toMatchObject({ name: 'StoreFault', code: 'badWitness' });
    await witness.see(mark(3, 'c'));
    expect(await readFile(file, 'utf8')).toBe(text);
  },
);
