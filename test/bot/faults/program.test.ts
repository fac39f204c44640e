import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AccessConfig } from '#src/access/access-config.ts';
import { isThorough } from '#test/support/thorough.ts';
import { runProgram } from '#test/support/run-program.ts';
import { startFakeSlack, type FakeSlack } from '#test/support/slack/start-fake-slack.ts';
import { transports } from '../transports.ts';
import { waitFor } from '../wait-for.ts';
import { makeHome, startProgram, type Program } from './start-program.ts';
import { seatPeople, seenBy, type PersonSeat } from './open-replicas.ts';

const question = 'region:Alderton since:lift-date';
const withinMs = 60_000;
/** As long as a message is left to a program that may be dead. */
const leaseMs = 90_000;

let fake: FakeSlack;
let folder: string;
let seats: readonly PersonSeat[];
let program: Program | undefined;
const start = async (mode: 'http' | 'socket'): Promise<Program> => {
  program = await startProgram(folder, fake, mode);
  return program;
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mobility-start-'));
  fake = await startFakeSlack({
    fileReadyAfterMs: 20,
    limits: 'none',
    signingSecret: 'kept-from-all-logs',
  });
  const people = seatPeople(fake, 5);
  seats = people.seats;
  const access: AccessConfig = people.access;
  await makeHome(folder, access);
});
afterEach(async () => {
  await program?.end('SIGKILL');
  await fake.close();
  await rm(folder, { recursive: true, force: true });
});

const answersOf = () => seats.map((at) => seenBy(fake, at).answers.length);
const directOf = () => seats.map((at) => seenBy(fake, at).direct.length);
const askAll = () => Promise.all(seats.map((at) => fake.command({ ...at, text: question })));
const called = (call: string) =>
  waitFor(() => fake.calls().find(({ method }) => method === call), withinMs);
const expectWholeAudit = async (): Promise<void> => {
  const { code, stdout } = await runProgram(folder, 'audit', 'verify');
  expect({ code, stdout }).toMatchObject({ code: 0 });
};
const expectNoSecrets = async (): Promise<void> => {
  const log = await readFile(join(folder, 'home/mobility.log'), 'utf8').catch(() => '');
  for (const text of [log, program?.said() ?? ''])
    expect(text).not.toMatch(/xoxb|xapp|kept-from-all-logs|Alderton|lift-date|SELECT/u);
};

test.each(transports)(
  'stopped in the middle over %s, the program finishes what it has in hand and leaves the rest to the next one',
  async (mode) => {
    const first = await start(mode);
    await askAll();
    await called('upload');
    const since = performance.now();
    expect(await first.end('SIGTERM')).toBe(0);
    expect(performance.now() - since).toBeLessThan(15_000);
    expect(first.said()).toContain('Mobility has stopped.');
    expect(fake.orphans()).toEqual([]);
    await start(mode);
    await waitFor(() => (answersOf().every((count) => count > 0) ? true : undefined), withinMs);
    expect(await program?.end('SIGTERM')).toBe(0);
    expect([answersOf(), directOf()]).toEqual([
      [1, 1, 1, 1, 1],
      [0, 0, 0, 0, 0],
    ]);
    expect(fake.orphans()).toEqual([]);
    await expectWholeAudit();
    await expectNoSecrets();
  },
  6 * withinMs,
);

test(
  'stopped while Slack does not answer, the program ends within 15 seconds all the same',
  async () => {
    const first = await start('http');
    for (const call of ['upload', 'files.info', 'chat.postMessage'])
      fake.fail(call, { kind: 'hang' }, { times: Infinity });
    await askAll();
    await called('upload');
    const since = performance.now();
    expect(await first.end('SIGTERM')).toBe(0);
    expect(performance.now() - since).toBeLessThan(15_000);
    await expectNoSecrets();
  },
  6 * withinMs,
);

test(
  'killed before it had so much as looked at two questions, the program started anew, and stopped, and started again answers the one and refuses the other',
  async () => {
    const first = await start('http');
    const [asker, other] = seats;
    if (asker === undefined || other === undefined) throw new Error('nobody is there');
    fake.fail('conversations.members', { kind: 'hang' }, { times: 2 });
    await fake.command({ ...asker, text: question });
    await fake.command({ ...other, text: 'regin:Alderton' });
    const hanging = () => fake.calls().filter(({ method }) => method === 'conversations.members');
    await waitFor(() => (hanging().length === 2 ? true : undefined), withinMs);
    expect(await first.end('SIGKILL')).toBe(null);
    fake.mend();
    // What the one that is told to stop right away does not get to, it leaves to the next.
    expect(await (await start('http')).end('SIGTERM')).toBe(0);
    await start('http');
    await waitFor(() => seenBy(fake, asker).answers[0], withinMs);
    const told = await waitFor(() => fake.ephemerals(other.user)[0], withinMs);
    expect(told.text).toContain('regin');
    expect(await program?.end('SIGTERM')).toBe(0);
    expect([answersOf(), directOf()]).toEqual([
      [1, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ]);
    const kept = await readdir(join(folder, 'home/deliveries'), { recursive: true });
    expect(kept.filter((name) => name.endsWith('.json'))).toEqual([]);
    await expectWholeAudit();
    await expectNoSecrets();
  },
  6 * withinMs,
);

test.skipIf(!isThorough)(
  'killed with one picture on its way, one ready and one answer being posted, the program started anew answers the rest and asks about the one (thorough: it waits for a lease of 90 seconds)',
  async () => {
    const first = await start('http');
    fake.fail('upload', { kind: 'hang' });
    fake.fail('files.info', { kind: 'hang' });
    fake.fail('chat.postMessage', { kind: 'hang' });
    await askAll();
    for (const call of ['upload', 'files.info', 'chat.postMessage']) await called(call);
    expect(await first.end('SIGKILL')).toBe(null);
    fake.mend();
    await start('http');
    const isDone = () =>
      seats.every((_, index) => (answersOf()[index] ?? 0) + (directOf()[index] ?? 0) > 0);
    await waitFor(() => (isDone() ? true : undefined), leaseMs + withinMs);
    expect(answersOf().toSorted((a, b) => a - b)).toEqual([0, 1, 1, 1, 1]);
    const asked = seats.find((at) => seenBy(fake, at).direct.length > 0);
    const [told] = asked === undefined ? [] : seenBy(fake, asked).direct;
    if (asked === undefined || told === undefined) throw new Error('nobody was asked to look');
    await fake.press({ user: asked.user, message: told, actionId: 'mobility:resend' });
    await waitFor(() => seenBy(fake, asked).answers[0], withinMs);
    await waitFor(() => (fake.orphans().length === 0 ? true : undefined), withinMs);
    expect(await program?.end('SIGTERM')).toBe(0);
    expect(answersOf()).toEqual([1, 1, 1, 1, 1]);
    await expectWholeAudit();
    await expectNoSecrets();
  },
  leaseMs + 6 * withinMs,
);
