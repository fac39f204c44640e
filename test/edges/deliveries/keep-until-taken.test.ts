import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { channelId } from '#src/access/room.ts';
import { keepUntilTaken } from '#src/edges/deliveries/keep-until-taken.ts';
import { openDeliveries, type Deliveries } from '#src/edges/deliveries/open-deliveries.ts';
import { Fault } from '#src/fault.ts';
import type { FormAnswer, Incoming } from '#src/incoming.ts';

const arrivedAt = new Date('2022-03-01T09:00:00.000Z');
const later = new Date(arrivedAt.getTime() + 1);
const closed: FormAnswer = { kind: 'close' };
const command = (key: string): Incoming => ({
  kind: 'command',
  key,
  user: 'U0INVENTED',
  channel: channelId.parse('C0INVENTED'),
  text: 'region:"Isle & Coast" since:lift-date',
  trigger: '1.2.a',
  responseUrl: 'https://hooks.slack.com/commands/T0/1/invented',
});

let above: string;
let folder: string;
let reports: unknown[];
let opened: Deliveries[];
beforeEach(async () => {
  above = await mkdtemp(join(tmpdir(), 'mobility-deliveries-'));
  folder = join(above, 'deliveries');
  reports = [];
  opened = [];
});
afterEach(async () => {
  for (const deliveries of opened) await deliveries.close();
  await rm(above, { recursive: true, force: true });
});

type Taken = readonly [delivered: Incoming, arrivedAt: Date];
const report = (fault: unknown) => reports.push(fault);
const running = new AbortController().signal;

/** A program with an office that does as it is told. `taken`: what it was given. `die`: it ends, and its files stay as they are. */
async function program(work: (delivered: Incoming) => Promise<FormAnswer>) {
  const taken: Taken[] = [];
  const office = {
    take: (delivered: Incoming, at: Date) => {
      taken.push([delivered, at]);
      return work(delivered);
    },
  };
  const deliveries = await openDeliveries(folder, report);
  opened.push(deliveries);
  const keeper = keepUntilTaken(office, { deliveries, report });
  return { keeper, taken, die: () => deliveries.close() };
}
const never = () => new Promise<FormAnswer>(() => undefined);
const atOnce = () => Promise.resolve(closed);

/** The files of deliveries, whichever program has them. */
async function files(): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true }).catch(() => []);
  return all.filter((name) => name.endsWith('.json')).toSorted();
}
const programsOf = (name: string): number => Number(/\/\d+-(?<programs>\d+)-/u.exec(name)?.[1]);

/** A program is given something and is killed over it. */
async function leave(...given: readonly Taken[]): Promise<void> {
  const { keeper, die } = await program(never);
  for (const [delivered, at] of given) void keeper.take(delivered, at);
  await die();
}

test('what is given is kept before anything else happens, and until it is taken', async () => {
  const working = Promise.withResolvers<FormAnswer>();
  const { keeper } = await program(() => working.promise);
  const taken = keeper.take(command('one'), arrivedAt);
  expect(await files()).toHaveLength(1);
  working.resolve(closed);
  expect(await taken).toEqual(closed);
  expect(await files()).toEqual([]);
});

test('what a killed program had is given to the next one, oldest first, and marked', async () => {
  await leave([command('second'), later], [command('first'), arrivedAt]);
  const next = await program(atOnce);
  await next.keeper.takeLeft(running);
  expect(next.taken).toEqual([
    [{ ...command('first'), left: 'again' }, arrivedAt],
    [{ ...command('second'), left: 'again' }, later],
  ]);
  expect(await files()).toEqual([]);
  expect(reports).toEqual([]);
});

test('what a program that lives has in hand is nobody else’s', async () => {
  const living = await program(never);
  void living.keeper.take(command('one'), arrivedAt);
  const next = await program(atOnce);
  await next.keeper.takeLeft(running);
  expect(next.taken).toEqual([]);
  expect(await files()).toHaveLength(1);
});

test('what an office could not take stays for the next one', async () => {
  const broken = await program(() => Promise.reject(new Error('the office ended')));
  await expect(broken.keeper.take(command('one'), arrivedAt)).rejects.toThrow('the office ended');
  await broken.die();
  const next = await program(atOnce);
  await next.keeper.takeLeft(running);
  expect(next.taken).toHaveLength(1);
});

test('what three programs were killed over is given up by the fourth, and the operator is told; what waited behind it is taken', async () => {
  await leave([command('fatal'), arrivedAt], [command('harmless'), later]);
  for (const programs of [2, 3]) {
    const one = await program(never);
    void one.keeper.takeLeft(running);
    await expect
      .poll(async () => (await files()).map(programsOf).toSorted((a, b) => a - b), {
        timeout: 20_000,
      })
      .toEqual([1, programs]);
    await one.die();
  }
  const last = await program(atOnce);
  await last.keeper.takeLeft(running);
  expect(last.taken.map(([{ key, left }]) => [key, left])).toEqual(
    expect.arrayContaining([
      ['fatal', 'givenUp'],
      ['harmless', 'again'],
    ]),
  );
  expect(last.taken).toHaveLength(2);
  expect(reports).toMatchObject([{ code: 'givenUp' }]);
  expect(await files()).toEqual([]);
});

describe('told to stop', () => {
  test('before it has begun, a program leaves all as it lies', async () => {
    await leave([command('one'), arrivedAt]);
    const stopped = await program(atOnce);
    await stopped.keeper.takeLeft(AbortSignal.abort());
    expect(stopped.taken).toEqual([]);
    expect((await files()).map(programsOf)).toEqual([1]);
  });

  test('in the middle, it finishes what it has in hand and leaves the rest as it lies', async () => {
    await leave([command('first'), arrivedAt], [command('second'), later]);
    const stopping = new AbortController();
    const one = await program(async () => {
      stopping.abort();
      return closed;
    });
    await one.keeper.takeLeft(stopping.signal);
    expect(one.taken.map(([{ key }]) => key)).toEqual(['first']);
    await one.die();
    expect((await files()).map(programsOf)).toEqual([1]);
    const next = await program(atOnce);
    await next.keeper.takeLeft(running);
    expect(next.taken.map(([{ key }]) => key)).toEqual(['second']);
  });
});

test('what comes a second time while the first is in hand is kept once, until both are taken', async () => {
  const working = [Promise.withResolvers<FormAnswer>(), Promise.withResolvers<FormAnswer>()];
  let count = 0;
  const { keeper } = await program(() => {
    count += 1;
    return working[count - 1]?.promise ?? never();
  });
  const first = keeper.take(command('one'), arrivedAt);
  const second = keeper.take(command('one'), later);
  working[1]?.resolve(closed);
  await second;
  expect(await files()).toHaveLength(1);
  expect((await files())[0]).toContain(`/${arrivedAt.getTime()}-1-`);
  working[0]?.resolve(closed);
  await first;
  expect(await files()).toEqual([]);
});

test('what passes is not kept, a form that is sent is', async () => {
  const { keeper, taken } = await program(never);
  const user = 'U0INVENTED';
  const view = { id: 'V1', hash: '1.a' };
  const passing: readonly Incoming[] = [
    { kind: 'home', key: 'page', user },
    { kind: 'search', key: 'search', user, state: 'sealed', query: 'lon' },
    { kind: 'edit', key: 'edit', user, state: 'sealed', fields: {}, view },
  ];
  for (const each of passing) void keeper.take(each, arrivedAt);
  expect(taken).toEqual(passing.map((each) => [each, arrivedAt]));
  expect(await files()).toEqual([]);
  void keeper.take(
    { kind: 'submission', key: 'form', user: 'U0INVENTED', state: 'sealed', question: 'help' },
    arrivedAt,
  );
  expect(await files()).toHaveLength(1);
});

test('only the program’s own user can read what is kept', async () => {
  void (await program(never)).keeper.take(command('one'), arrivedAt);
  const [file = ''] = await files();
  const [own = ''] = file.split('/');
  const modes = [folder, join(folder, own), join(folder, file)].map(
    async (path) => (await stat(path)).mode & 0o777,
  );
  expect(await Promise.all(modes)).toEqual([0o700, 0o700, 0o600]);
  expect(file).toMatch(/^[0-9a-f-]{36}\/\d+-1-[0-9a-f]{64}\.json$/u);
});

test('what was not written whole was not acknowledged; what cannot be read stays, and the operator is told', async () => {
  await leave([command('one'), arrivedAt], [command('two'), later]);
  const [first = '', second = ''] = await files();
  const whole = await readFile(join(folder, first), 'utf8');
  await rm(join(folder, first));
  await writeFile(join(folder, `${first}.tmp`), whole.slice(0, 20));
  await writeFile(join(folder, second), whole.replace('"command"', '"unheardOf"'));
  const next = await program(atOnce);
  await next.keeper.takeLeft(running);
  expect(next.taken).toEqual([]);
  expect(await files()).toContain(second);
  expect(reports).toMatchObject([{ code: 'unreadable' }]);
  expect(String(reports[0])).not.toMatch(/Isle|hooks/u);
});

test('a program that ends with nothing in hand leaves nothing', async () => {
  const { keeper, die } = await program(atOnce);
  await keeper.take(command('one'), arrivedAt);
  await die();
  expect(await readdir(folder)).toEqual([]);
});

test('where nothing can be kept, all is taken none the less, and the operator is told once', async () => {
  const full: Deliveries = {
    keep: () => {
      throw new Error('ENOSPC');
    },
    forget: () => Promise.resolve(),
    takeOver: () => {
      throw new Error('EIO');
    },
    close: () => Promise.resolve(),
  };
  const keeper = keepUntilTaken({ take: atOnce }, { deliveries: full, report });
  for (const key of ['one', 'two'])
    expect(await keeper.take(command(key), arrivedAt)).toEqual(closed);
  expect(reports).toMatchObject([{ code: 'notKept' }]);
  expect(reports[0]).toBeInstanceOf(Fault);
  await expect(keeper.takeLeft(running)).resolves.toBeUndefined();
  expect(reports).toHaveLength(2);
});
