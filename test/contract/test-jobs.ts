import { setTimeout as sleep } from 'node:timers/promises';
import { TestClock } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { State } from '#src/edges/store/open-store.ts';
import { Fault } from '#src/fault.ts';
import type { NewSchedule } from '#src/state/jobs.ts';
import { notice } from '#src/state/notice.ts';
import type { Clock } from '#src/state/store.ts';
import {
  makeKind,
  makeWorld,
  pass,
  passUntil,
  timesOf,
  type Note,
} from '#test/support/job-world.ts';

const owner = 'U0OWNER';
const job = (key: string, text = key) => ({ key, owner, data: { text } });
const ofMonday: Omit<NewSchedule<Note>, 'key'> = {
  owner,
  data: { text: 'digest' },
  times: timesOf('30 9 * * 1'),
  missed: 'skip',
};

/** Runs that nobody ends but the test. */
function makeGate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: resolve };
}

/** What the jobs promise over any database. `open` opens an empty state; the connections of its store follow the clock of the test too. */
export function testJobs(name: string, open: (clock: Clock) => Promise<State>): void {
  describe(`the jobs over ${name}`, () => {
    const time = new TestClock('2026-03-28T12:00:00Z');
    let state: State;
    beforeAll(async () => {
      state = await open(() => new Date(time.now()));
    }, 60_000);
    afterAll(() => state.store.close());

    const world = (...kinds: Parameters<typeof makeWorld>[2]) => makeWorld(state, time, kinds);
    const noticesOf = async (kind: string) => {
      const rows = await state.database.query(
        `SELECT body, owner, channel, state FROM outbox WHERE key LIKE 'notice:job:%' AND body LIKE $1`,
        [`%"${kind}"%`],
      );
      return rows.map((row) => ({
        ...notice.parse(JSON.parse(String(row['body']))),
        owner: row['owner'],
        channel: row['channel'],
      }));
    };

    describe('on the clocks of London', () => {
      test('half past one is run once on each day of both clock changes of 2026', async () => {
        const kind = makeKind('clock-change');
        const { jobs } = world(kind);
        await jobs.start();
        const daily = { ...ofMonday, key: 'daily', times: timesOf('30 1 * * *') };
        for (const day of ['2026-03-28', '2026-10-24']) {
          await time.setTime(`${day}T12:00:00Z`);
          await jobs.schedule(kind, { ...daily, key: day });
          const noon = time.now();
          // Each half hour around half past one of both nights.
          for (const half of [23, 24, 25, 26, 27, 28, 29, 71, 72, 73, 74, 75, 76, 77]) {
            await time.setTime(noon + half * 1_800_000 - 2000);
            await pass(time, 10);
          }
          await jobs.unschedule(kind, day);
        }
        expect(kind.runs.map(({ dueAt }) => dueAt?.toISOString())).toEqual([
          // The clocks have jumped from one to two.
          '2026-03-29T01:00:00.000Z',
          '2026-03-30T00:30:00.000Z',
          '2026-10-25T00:30:00.000Z',
          '2026-10-26T01:30:00.000Z',
        ]);
        await jobs.stop();
      });
    });

    test('a job is run once, with what was sent', async () => {
      const kind = makeKind('once');
      const { jobs, reports } = world(kind);
      await jobs.start();
      expect(await jobs.send(kind, job('a', 'it\'s "Ŵ" 🚲'))).toBe(true);
      await pass(time, 60);
      expect(kind.runs).toMatchObject([
        { key: 'a', data: { text: 'it\'s "Ŵ" 🚲' }, attempt: 1, dueAt: undefined },
      ]);
      expect(reports).toEqual([]);
      await jobs.stop();
    });

    test('a job that was sent right before a stop is run once, then or after the next start', async () => {
      const kind = makeKind('outlives');
      const before = world(kind);
      await before.jobs.start();
      await before.jobs.send(kind, job('a'));
      await before.jobs.stop();
      const after = world(kind);
      await after.jobs.start();
      await passUntil(time, () => kind.runs.length > 0);
      await pass(time, 60);
      expect(kind.runs).toHaveLength(1);
      await after.jobs.stop();
    });

    test('of a kind and key, one job is queued or running at most, in all processes', async () => {
      const gate = makeGate();
      const kinds = [0, 1].map(() => makeKind('one-a-key', () => gate.opened));
      const [here, there] = kinds.map((kind) => world(kind));
      const [kind, other] = kinds;
      if (!here || !there || !kind || !other) throw new Error('two processes are needed');
      await here.jobs.start();
      await there.jobs.start();
      const runs = () => [...kind.runs, ...other.runs];

      const sent = await Promise.all(
        [here, there, here, there].map(({ jobs }) => jobs.send(kind, job('a'))),
      );
      expect(sent.filter(Boolean)).toHaveLength(1);
      await passUntil(time, () => runs().length > 0);
      expect(await there.jobs.send(kind, job('a'))).toBe(false);
      expect(await there.jobs.send(kind, job('b'))).toBe(true);
      await passUntil(time, () => runs().length > 1);
      await pass(time, 60);
      expect(runs().map(({ key }) => key)).toEqual(expect.arrayContaining(['a', 'b']));
      expect(runs()).toHaveLength(2);

      gate.open();
      await passUntil(time, () => here.jobs.send(kind, job('a')), 'the end of the first run');
      await passUntil(time, () => runs().length === 3);
      await here.jobs.stop();
      await there.jobs.stop();
    });

    test('a job that fails is tried again after waits that grow, until it has been tried enough', async () => {
      const at: number[] = [];
      const kind = makeKind(
        'backoff',
        () => {
          at.push(time.now() / 1000);
          return Promise.reject(new Error('of Ann in Leeds'));
        },
        { attempts: 5, firstDelaySeconds: 10, longestDelaySeconds: 60 },
      );
      const { jobs, reports } = world(kind);
      await jobs.start();
      await jobs.send(kind, job('a'));
      await passUntil(time, () => at.length === 5);
      await pass(time, 300);
      expect(kind.runs.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5]);
      // At least the wait of its turn, at most twice that and a look.
      const waits = at.slice(1).map((each, index) => each - (at[index] ?? 0));
      for (const [index, wait] of waits.entries()) {
        const least = Math.min(60, 10 * 2 ** index);
        expect(wait, `wait ${index}`).toBeGreaterThanOrEqual(least);
        expect(wait, `wait ${index}`).toBeLessThanOrEqual(Math.min(60, 2 * least) + 10);
      }
      expect(reports).toHaveLength(5);
      expect(reports[0]).toMatchObject({ message: 'of Ann in Leeds' });
      await jobs.stop();

      expect(await noticesOf('backoff')).toEqual([
        {
          kind: 'jobFailed',
          job: { id: kind.runs[0]?.id, kind: 'backoff', key: 'a' },
          attempts: 5,
          reason: 'Error',
          owner,
          channel: owner,
        },
      ]);
    });

    test('nothing that an error says is kept in the database', async () => {
      const kind = makeKind('secret', () => Promise.reject(new Error('of Ann in Leeds')), {
        attempts: 1,
      });
      const { jobs } = world(kind);
      await jobs.start();
      await jobs.send(kind, job('a'));
      await passUntil(time, async () => (await noticesOf('secret')).length > 0);
      const kept = await state.database.query(
        'SELECT count(*) AS count FROM pgboss.job WHERE output IS NOT NULL AND output::text LIKE $1',
        ['%Leeds%'],
      );
      expect(Number(kept[0]?.['count'])).toBe(0);
      await jobs.stop();
    });

    test('the owner of a job that died is told once, though the telling failed and was cut short', async () => {
      const kind = makeKind('told-once', () => Promise.reject(new Error('no')), { attempts: 1 });
      let tellings = 0;
      const store: Pick<State['store'], 'change'> = {
        change: async (work) => {
          tellings += 1;
          if (tellings === 1) throw new Fault('StoreFault', 'unreachable', 'away');
          const done = await state.store.change(work);
          if (tellings === 2)
            throw new Fault('StoreFault', 'unreachable', 'away after it was done');
          return done;
        },
      };
      const { jobs, reports } = makeWorld(state, time, [kind], { store });
      await jobs.start();
      await jobs.send(kind, job('a'));
      await passUntil(time, () => tellings === 3);
      await pass(time, 120);
      expect(tellings).toBe(3);
      expect(await noticesOf('told-once')).toHaveLength(1);
      expect(reports.map((error) => error instanceof Fault)).toEqual([false, true, true]);
      await jobs.stop();
    });

    test('data that the kind cannot read is no run, and its owner is told', async () => {
      const kind = makeKind('strict');
      const { jobs } = world({ ...kind, patience: { ...kind.patience, attempts: 1 } });
      await jobs.start();
      // As a version of the program that knew other data would send it.
      const earlier = {
        ...kind,
        data: z.strictObject({ words: z.string() }),
        run: () => Promise.resolve(),
      };
      await jobs.send(earlier, { ...job('a'), data: { words: 'a' } });
      await passUntil(time, async () => (await noticesOf('strict')).length > 0);
      expect(kind.runs).toEqual([]);
      expect(await noticesOf('strict')).toMatchObject([{ reason: 'ZodError' }]);
      await jobs.stop();
    });

    test('a run that takes too long is told to end and tried again', async () => {
      const gate = makeGate();
      const seconds: number[] = [];
      const run = ({ signal }: { readonly signal: AbortSignal }) => {
        const began = time.now();
        signal.addEventListener('abort', () => seconds.push((time.now() - began) / 1000));
        return gate.opened;
      };
      const kind = makeKind('too-long', run, { runSeconds: 30 });
      const { jobs } = world(kind);
      await jobs.start();
      await jobs.send(kind, job('a'));
      await passUntil(time, () => seconds.length > 0);
      expect(seconds).toEqual([30]);
      gate.open();
      await passUntil(time, () => kind.runs.length === 2);
      await jobs.stop();
    });

    test('a schedule that is set within its own minute waits for its next time', async () => {
      const kind = makeKind('own-minute');
      const { jobs } = world(kind);
      await time.setTime('2026-11-02T09:30:20Z');
      await jobs.start();
      await jobs.schedule(kind, { ...ofMonday, key: 'a' });
      await pass(time, 180);
      expect(kind.runs).toEqual([]);
      await time.setTime('2026-11-09T09:29:50Z');
      await pass(time, 180);
      expect(kind.runs).toMatchObject([
        { dueAt: new Date('2026-11-09T09:30:00Z'), data: { text: 'digest' } },
      ]);
      await jobs.unschedule(kind, 'a');
      await jobs.stop();
    });

    test('two schedules of one kind and time are both run, at once', async () => {
      const gate = makeGate();
      const kind = makeKind('same-time', () => gate.opened);
      const { jobs } = world(kind);
      await jobs.start();
      const minutely = { ...ofMonday, times: timesOf('* * * * *') };
      await jobs.schedule(kind, { ...minutely, key: 'a', data: { text: 'first' } });
      await jobs.schedule(kind, { ...minutely, key: 'b', data: { text: 'second' } });
      const runs = () => kind.runs.map(({ key, data, dueAt }) => ({ key, ...data, dueAt }));
      await passUntil(time, () => kind.runs.length >= 2);
      const dueAt = runs()[0]?.dueAt;
      expect(runs()).toHaveLength(2);
      expect(runs()).toContainEqual({ key: 'a', text: 'first', dueAt });
      expect(runs()).toContainEqual({ key: 'b', text: 'second', dueAt });
      // While they run, their next times are left out; after that they go on.
      await pass(time, 180);
      expect(runs()).toHaveLength(2);
      gate.open();
      await passUntil(time, () => kind.runs.length >= 6);
      await jobs.unschedule(kind, 'a');
      await jobs.unschedule(kind, 'b');
      await pass(time, 70);
      const last = runs().length;
      expect(new Set(runs().map(({ key, dueAt }) => `${key} ${String(dueAt)}`)).size).toBe(last);
      await pass(time, 120);
      expect(runs()).toHaveLength(last);
      await jobs.stop();
    });

    test('a schedule goes on in two processes as in one', async () => {
      const kinds = [makeKind('two-processes'), makeKind('two-processes')];
      const worlds = kinds.map((kind) => world(kind));
      const [kind] = kinds;
      if (!kind) throw new Error('a kind is needed');
      for (const { jobs } of worlds) {
        await jobs.start();
        await jobs.schedule(kind, { ...ofMonday, key: 'a', times: timesOf('* * * * *') });
      }
      const runs = () => kinds.flatMap((each) => each.runs.map(({ dueAt }) => Number(dueAt)));
      await passUntil(time, () => runs().length >= 4);
      expect(new Set(runs()).size).toBe(runs().length);
      await worlds[0]?.jobs.unschedule(kind, 'a');
      for (const { jobs } of worlds) await jobs.stop();
    });

    test.for([
      { missed: 'once' as const, away: '2026-12-08T12:00:00Z', runs: ['2026-12-07T09:30:00.000Z'] },
      { missed: 'skip' as const, away: '2026-12-08T12:00:00Z', runs: [] },
      { missed: 'skip' as const, away: '2026-11-23T09:34:00Z', runs: ['2026-11-23T09:30:00.000Z'] },
      { missed: 'skip' as const, away: '2026-11-23T09:36:00Z', runs: [] },
    ])('away until $away, what was missed is run $missed', async ({ missed, away, runs }) => {
      const kind = makeKind(`missed-${missed}-${Date.parse(away)}`);
      const before = world(kind);
      await time.setTime('2026-11-17T12:00:00Z');
      await before.jobs.start();
      const schedule = { ...ofMonday, key: 'a', missed };
      await before.jobs.schedule(kind, schedule);
      await before.jobs.stop();
      await time.setTime(away);
      const after = world(kind);
      await after.jobs.start();
      // As a program does at every start.
      await after.jobs.schedule(kind, schedule);
      await pass(time, 120);
      expect(kind.runs.map(({ dueAt }) => dueAt?.toISOString())).toEqual(runs);
      // And the next one comes as ever.
      await time.setTime('2026-12-14T09:29:50Z');
      await pass(time, 60);
      expect(kind.runs.at(-1)?.dueAt?.toISOString()).toBe('2026-12-14T09:30:00.000Z');
      expect(kind.runs).toHaveLength(runs.length + 1);
      await after.jobs.unschedule(kind, 'a');
      await after.jobs.stop();
    });

    test('the same schedule that is set again as it comes due keeps its run', async () => {
      const kind = makeKind('set-again');
      const { jobs } = world(kind);
      await time.setTime('2026-11-16T09:29:50Z');
      await jobs.start();
      const schedule = { ...ofMonday, key: 'a' };
      await jobs.schedule(kind, schedule);
      await time.setTime('2026-11-16T09:30:01Z');
      await jobs.schedule(kind, { ...schedule, data: { text: 'new words' } });
      await pass(time, 60);
      expect(kind.runs).toMatchObject([
        { dueAt: new Date('2026-11-16T09:30:00Z'), data: { text: 'new words' } },
      ]);
      await jobs.unschedule(kind, 'a');
      await jobs.stop();
    });

    test('a schedule that changed is run at its new times alone, and owes none from before the change', async () => {
      const kind = makeKind('changed');
      const { jobs } = world(kind);
      await time.setTime('2026-11-17T12:00:00Z');
      await jobs.start();
      const schedule = { ...ofMonday, key: 'a', missed: 'once' as const };
      await jobs.schedule(kind, schedule);
      await jobs.schedule(kind, { ...schedule, times: timesOf('0 11 * * *') });
      await pass(time, 60);
      for (const at of ['2026-11-18T10:59:50Z', '2026-11-23T09:29:50Z', '2026-11-23T10:59:50Z']) {
        await time.setTime(at);
        await pass(time, 60);
      }
      expect(kind.runs.map(({ dueAt }) => dueAt?.toISOString())).toEqual([
        '2026-11-18T11:00:00.000Z',
        '2026-11-22T11:00:00.000Z',
        '2026-11-23T11:00:00.000Z',
      ]);
      await jobs.unschedule(kind, 'a');
      await jobs.stop();
    });

    test('a schedule is set whole or not at all', async () => {
      const kind = makeKind('whole');
      const { database } = state;
      const transaction: typeof database.transaction = (work) =>
        database.transaction(({ query }) => {
          let statements = 0;
          return work({
            query: (text, values) => {
              statements += 1;
              return statements > 1 ? Promise.reject(new Error('cut')) : query(text, values);
            },
          });
        });
      const { jobs } = makeWorld(state, time, [kind], { database: { ...database, transaction } });
      await jobs.start();
      await expect(jobs.schedule(kind, { ...ofMonday, key: 'a' })).rejects.toThrow('cut');
      const kept = await database.query(
        `SELECT data FROM pgboss.schedule WHERE key = 'whole/a' UNION ALL SELECT data FROM pgboss.job WHERE data ->> 'kind' = 'whole'`,
      );
      expect(kept).toEqual([]);
      await jobs.stop();
    });

    test('a stop lets a running job finish', async () => {
      const gate = makeGate();
      const told: boolean[] = [];
      const kind = makeKind('finishes', async ({ signal }) => {
        await gate.opened;
        told.push(signal.aborted);
      });
      const { jobs } = world(kind);
      await jobs.start();
      await jobs.send(kind, job('a'));
      await passUntil(time, () => kind.runs.length === 1);
      const stopped = jobs.stop();
      await sleep(20);
      gate.open();
      await stopped;
      expect(told).toEqual([false]);
      const after = world(kind);
      await after.jobs.start();
      await pass(time, 700);
      expect(kind.runs).toHaveLength(1);
      await after.jobs.stop();
    });

    test.for(['heeds', 'ignores'])(
      'a stop hands back a job that %s it, even in its last try, and tells nobody',
      async (how) => {
        const gate = makeGate();
        const kind = makeKind(
          `handed-back-${how}`,
          async ({ signal, attempt }) => {
            if (attempt > 1) return gate.opened;
            const { promise, reject } = Promise.withResolvers<void>();
            if (how === 'heeds') signal.addEventListener('abort', () => reject(new Error('ended')));
            await promise;
          },
          { attempts: 1 },
        );
        const before = world(kind);
        await before.jobs.start();
        await before.jobs.send(kind, job('a'));
        await passUntil(time, () => kind.runs.length === 1);
        await before.jobs.stop();
        expect(kind.runs[0]?.signal.aborted).toBe(true);
        expect(before.reports).toEqual([]);
        const after = world(kind);
        await after.jobs.start();
        expect(await after.jobs.send(kind, job('a'))).toBe(false);
        await passUntil(time, () => kind.runs.length === 2);
        gate.open();
        expect(kind.runs[1]).toMatchObject({ key: 'a', data: { text: 'a' }, attempt: 2 });
        await passUntil(time, () => after.jobs.send(kind, job('a')), 'the end of the job');
        expect(await noticesOf(kind.name)).toEqual([]);
        await after.jobs.stop();
      },
    );

    test('before the start and after the stop, nothing is taken', async () => {
      const kind = makeKind('closed');
      const { jobs } = world(kind);
      const closed = { name: 'StoreFault', code: 'closed' };
      await expect(jobs.send(kind, job('a'))).rejects.toMatchObject(closed);
      await jobs.stop();
      await jobs.start();
      await expect(jobs.start()).rejects.toThrow('started already');
      await jobs.stop();
      await jobs.stop();
      await expect(jobs.send(kind, job('a'))).rejects.toMatchObject(closed);
      await expect(jobs.schedule(kind, { ...ofMonday, key: 'a' })).rejects.toMatchObject(closed);
      await expect(jobs.unschedule(kind, 'a')).rejects.toMatchObject(closed);
    });

    test('a key or data that is none is refused before anything is kept', async () => {
      const kind = makeKind('refused');
      const { jobs } = world(kind);
      await jobs.start();
      for (const key of ['', 'a b', 'a/b', 'a:b', 'x'.repeat(201)])
        await expect(jobs.send(kind, job(key)), key).rejects.toThrow('not the key of a job');
      const wrong = { ...job('a'), data: Object.assign({ text: 'a' }, { more: 1 }) };
      await expect(jobs.send(kind, wrong)).rejects.toThrow('more');
      await expect(jobs.schedule(kind, { ...ofMonday, ...wrong })).rejects.toThrow('more');
      await pass(time, 30);
      expect(kind.runs).toEqual([]);
      await jobs.stop();
    });

    test('what goes wrong within the queue is reported, and the jobs and the store go on', async () => {
      const kind = makeKind('goes-wrong');
      const { jobs, reports } = world(kind);
      await jobs.start();
      await state.database.query('ALTER TABLE pgboss.queue RENAME TO queue_away');
      await pass(time, 120);
      await state.store.audit.head();
      await state.database.query('ALTER TABLE pgboss.queue_away RENAME TO queue');
      expect(reports.length).toBeGreaterThan(0);
      // Each kind of fault once a minute.
      expect(reports.length).toBeLessThanOrEqual(6);
      for (const fault of reports) {
        expect(fault).toBeInstanceOf(Fault);
        expect(fault).toMatchObject({ name: 'StoreFault' });
        expect(String(fault)).not.toMatch(/select|update|pgboss\./iu);
      }
      await jobs.send(kind, job('a'));
      await passUntil(time, () => kind.runs.length === 1);
      await jobs.stop();
    });
  });
}
