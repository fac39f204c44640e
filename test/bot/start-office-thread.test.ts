import { expect, test } from 'vitest';
import { startOfficeThread } from '#src/bot/start-office-thread.ts';
import type { Incoming } from '#src/incoming.ts';

const program = new URL('./some-office-thread.ts', import.meta.url);
const start = (token = 'a token') =>
  startOfficeThread(
    { home: '', projectFolder: '', token, apiUrl: undefined, configFile: '' },
    program,
  );
const form = (question: string): Incoming => ({
  kind: 'submission',
  key: question,
  user: 'U0SOMEBODY',
  state: '',
  question,
});
const page: Incoming = { kind: 'home', key: 'page', user: 'U0SOMEBODY' };

test('each delivery gets the answer that is for it', async () => {
  const office = await start();
  const taken = ['one', 'two'].map((question) => office.take(form(question), new Date()));
  expect(await Promise.all(taken)).toEqual([
    { kind: 'wrong', message: 'one' },
    { kind: 'wrong', message: 'two' },
  ]);
  await office.stop();
});

test('what an office had not taken as it ended is not said to be taken', async () => {
  const office = await start();
  await expect(office.take(page, new Date())).rejects.toMatchObject({ code: 'officeEnded' });
  expect(await office.broken).toMatchObject({ name: 'ConfigFault', code: 'officeEnded' });
});

test('where its dashboard is, is known once it is open', async () => {
  const office = await start();
  expect(office.boardUrl).toBe('http://127.0.0.1:8080/board');
  await office.stop();
});

test('an office that cannot start says why', async () => {
  await expect(start('')).rejects.toMatchObject({ code: 'noToken', message: 'there is no token' });
});
