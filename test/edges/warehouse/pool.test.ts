import { expect, test } from 'vitest';
import { makePool } from '#src/edges/warehouse/pool.ts';

const later = () => Promise.withResolvers<void>();

test('a member serves one task at a time, in the order in which they came', async () => {
  const pool = makePool(['a', 'b']);
  const gates = [later(), later(), later(), later()];
  const began: string[] = [];
  const tasks = gates.map(({ promise }, index) =>
    pool.use(async (member) => {
      began.push(`${index}${member}`);
      await promise;
    }),
  );
  await Promise.resolve();
  expect(began.map(([index]) => index)).toEqual(['0', '1']);
  gates[1]?.resolve();
  await tasks[1];
  await Promise.resolve();
  expect(began.map(([index]) => index)).toEqual(['0', '1', '2']);
  for (const { resolve } of gates) resolve();
  await Promise.all(tasks);
  expect(began.map(([index]) => index)).toEqual(['0', '1', '2', '3']);
});

test('a member comes back from a task that fails', async () => {
  const pool = makePool(['a']);
  await expect(pool.use(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await pool.use((member) => Promise.resolve(member))).toBe('a');
});

test('draining waits for the tasks that hold or await a member', async () => {
  const pool = makePool(['a']);
  const gate = later();
  const ended: string[] = [];
  const tasks = ['one', 'two'].map((name) =>
    pool.use(async () => {
      await gate.promise;
      ended.push(name);
    }),
  );
  const drained = pool.drain().then(() => ended.push('drained'));
  gate.resolve();
  await Promise.all([...tasks, drained]);
  expect(ended).toEqual(['one', 'two', 'drained']);
});
