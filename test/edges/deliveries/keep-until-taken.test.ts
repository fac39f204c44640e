import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { channelId } from '#src/access/room.ts';
import { keepUntilTaken } from '#src/edges/deliveries/keep-until-taken.ts';
import { openDeliveries } from '#src/edges/deliveries/open-deliveries.ts';
import { Fault } from '#src/fault.ts';
import type { FormAnswer, Incoming } from '#src/incoming.ts';

const arrivedAt = new Date('2022-03-01T09:00:00.000Z');
const closed: FormAnswer = { kind: 'close' };
const command = (key: string): Incoming => ({
  kind: 'command',
  key,
  user: 'U0INVENTED',
  channel: channelId.parse('C0INVENTED'),
  text: 'region:"Isle & Coast" since:lift-date',
  responseUrl: 'https://hooks.slack.com/commands/T0/1/invented',
});

let above: string;
let folder: string;
let reports: unknown[];
beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), 'mobility-deliveries-'));
  folder = join(above, 'deliveries');
  reports = [];
});
afterEach(() => rm(above, { recursive: true, force: true }));

type Taken = readonly [delivered: Incoming, arrivedAt: Date];

/** A program with an office that does as it is told; `taken`: what it was given. */
function program(work: (delivered: Incoming) => Promise<FormAnswer>) {
  const taken: Taken[] = [];
  const office = {
    take: (delivered: Incoming, at: Date) => {
      taken.push([delivered, at]);
      return work(delivered);
    },
  };
  const keeping = {
    deliveries: openDeliveries(folder),
    report: (fault: unknown) => reports.push(fault),
  };
  return { keeper: keepUntilTaken(office, keeping), taken };
}
const never = () => new Promise<FormAnswer>(() => undefined);
const atOnce = () => Promise.resolve(closed);
const files = () => readdir(folder).catch(() => []);

test('what is given is kept before anything else happens, and until it is taken', async () => {
  const working = Promise.withResolvers<FormAnswer>();
  const { keeper } = program(() => working.promise);
  const taken = keeper.take(command('one'), arrivedAt);
  expect(await files()).toHaveLength(1);
  working.resolve(closed);
  expect(await taken).toEqual(closed);
  expect(await files()).toEqual([]);
});

test('what a killed program had is given to the next one, oldest first, and marked', async () => {
  const killed = program(never);
  void killed.keeper.take(command('second'), new Date(arrivedAt.getTime() + 1));
  void killed.keeper.take(command('first'), arrivedAt);
  const next = program(atOnce);
  await next.keeper.takeLeft();
  expect(next.taken).toEqual([
    [{ ...command('first'), left: true }, arrivedAt],
    [{ ...command('second'), left: true }, new Date(arrivedAt.getTime() + 1)],
  ]);
  expect(await files()).toEqual([]);
  expect(reports).toEqual([]);
});

test('what an office could not take stays for the next one', async () => {
  const broken = program(() => Promise.reject(new Error('the office ended')));
  await expect(broken.keeper.take(command('one'), arrivedAt)).rejects.toThrow('the office ended');
  const next = program(atOnce);
  await next.keeper.takeLeft();
  expect(next.taken).toHaveLength(1);
});

test('what three programs were killed over is given to no fourth, and the operator is told; what waited behind it is taken', async () => {
  void program(never).keeper.take(command('fatal'), arrivedAt);
  void program(never).keeper.take(command('harmless'), new Date(arrivedAt.getTime() + 1));
  for (const programs of [2, 3]) {
    void program(never).keeper.takeLeft();
    await expect.poll(left).toEqual([programs, 1]);
  }
  const last = program(atOnce);
  await last.keeper.takeLeft();
  expect(last.taken.map(([{ key }]) => key)).toEqual(['harmless']);
  expect(reports).toMatchObject([{ code: 'givenUp' }]);
  expect(await files()).toEqual([]);
});

/** How many programs have had each. */
async function left(): Promise<readonly number[]> {
  const kept = await openDeliveries(folder).list();
  return kept.map(({ programs }) => programs);
}

test.each<Incoming>([
  { kind: 'home', key: 'page', user: 'U0INVENTED' },
  { kind: 'submission', key: 'form', user: 'U0INVENTED', state: 'sealed', question: 'help' },
])('nobody waits for what comes of a $kind, so it is not kept', async (delivered) => {
  const { keeper, taken } = program(never);
  void keeper.take(delivered, arrivedAt);
  expect(taken).toEqual([[delivered, arrivedAt]]);
  expect(await files()).toEqual([]);
});

test('only the program’s own user can read what is kept', async () => {
  void program(never).keeper.take(command('one'), arrivedAt);
  const [file = ''] = await files();
  const modes = [folder, join(folder, file)].map(async (path) => (await stat(path)).mode & 0o777);
  expect(await Promise.all(modes)).toEqual([0o700, 0o600]);
  expect(file).toMatch(/^[0-9a-f]{64}\.json$/u);
});

test('a delivery that was not written whole, or that this version cannot read, is removed', async () => {
  void program(never).keeper.take(command('one'), arrivedAt);
  const [file = ''] = await files();
  const whole = await readFile(join(folder, file), 'utf8');
  await writeFile(join(folder, file), whole.slice(0, -9));
  await writeFile(join(folder, 'other.json'), '{"delivered":{"kind":"unheardOf"}}');
  const next = program(atOnce);
  await next.keeper.takeLeft();
  expect(next.taken).toEqual([]);
  expect(await files()).toEqual([]);
});

test('where nothing can be kept, all is taken none the less, and the operator is told', async () => {
  await writeFile(folder, 'a file where the folder would be');
  const { keeper, taken } = program(atOnce);
  expect(await keeper.take(command('one'), arrivedAt)).toEqual(closed);
  expect(taken).toHaveLength(1);
  expect(reports[0]).toBeInstanceOf(Fault);
  expect(reports[0]).toMatchObject({ code: 'notKept' });
  await expect(keeper.takeLeft()).resolves.toBeUndefined();
});
