import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { openPostgres } from '#src/edges/store/open-postgres.ts';
import { migrate } from '#src/edges/store/migrate.ts';
import type { PostgresServer } from '#test/support/postgres-server.ts';
import { makeCrew } from './crew.ts';
import { startFakeSlack, type FakeSlack } from './fake-slack.ts';
import { findStrays, judge, type Judgement } from './judge.ts';
import { leaseMs, type Strike } from './orders.ts';
import { readTables } from './read-tables.ts';
import { arrival, type Scenario } from './scenarios.ts';

/** One run: where it is struck, in this order of importance. No blows: a run to see which boundaries there are. */
export type Plan = {
  readonly scenario: Scenario;
  readonly blows: readonly Pick<Strike, 'boundary' | 'blow'>[];
};

/** What came of a run. `struck`: which of its blows fell. */
export type Ran = Judgement & { readonly plan: Plan; readonly struck: readonly boolean[] };

/** Three workers on one new database. */
export type Batch = {
  readonly run: (plan: Plan) => Promise<Ran>;
  /** Every boundary that a worker came to so far. */
  readonly seen: ReadonlySet<string>;
  readonly deaths: () => number;
  /** Judges all runs again, for what a slow worker may have done since. */
  readonly judgeAll: () => Promise<Judgement>;
  readonly close: () => Promise<void>;
};

const deliveriesEach = 2;
const mostMs = 30_000;
const auditKey = Buffer.alloc(32, 5);

export async function startBatch(server: PostgresServer, name: string): Promise<Batch> {
  const folder = mkdtempSync(join(tmpdir(), 'mobility-kills-'));
  const auditKeyFile = join(folder, 'audit.key');
  writeFileSync(auditKeyFile, auditKey.toString('hex'), { mode: 0o600 });
  const databaseUrl = await server.database(name);
  const opened = await openPostgres(databaseUrl);
  await migrate(opened);
  await opened.close();
  const database = new Client({ connectionString: databaseUrl });
  await database.connect();
  const slack = await startFakeSlack();
  const crew = makeCrew({ databaseUrl, auditKeyFile, slackUrl: slack.url }, folder);
  const all: string[] = [];
  let runs = 0;

  const run = async (plan: Plan): Promise<Ran> => {
    await crew.fill();
    runs += 1;
    const id = `${name}r${runs}.`;
    const deliveries = Array.from({ length: deliveriesEach }, (_, index) => `${id}${index}`);
    const tokens = join(folder, id);
    mkdirSync(tokens);
    const strikes: readonly Strike[] = plan.blows.map((each, index) => ({
      ...each,
      token: join(tokens, String(index)),
    }));
    for (const key of deliveries) slack.setFate(`answer:${key}`, plan.scenario.fate);
    slack.onArrival.ask = (key, pid) => {
      const strike = strikes.find(
        ({ boundary, token }) => boundary === arrival && !existsSync(token),
      );
      if (strike === undefined || !key.includes(id) || !crew.isOwn(pid)) return false;
      writeFileSync(strike.token, String(pid));
      return true;
    };
    crew.order({ kind: 'offer', run: id, deliveries, strikes });
    const resume = makeResumer(strikes);
    const isEnded = await comesToBe(async () => {
      const isResumed = resume();
      return (
        isResumed &&
        crew.hasOffered(id) &&
        (await isSettled(database, slack, { part: id, least: deliveries.length }))
      );
    });
    crew.order({ kind: 'disarm' });
    const struck = strikes.map(({ token }) => existsSync(token));
    all.push(...deliveries);
    const judgement = judge(await readTables(database), {
      auditKey,
      posts: slack.posts,
      files: slack.files,
      deliveries,
      part: id,
    });
    const wrong = isEnded ? judgement.wrong : ['it did not end', ...judgement.wrong];
    return { ...judgement, wrong, plan, struck };
  };

  return {
    run,
    seen: crew.seen,
    deaths: crew.deaths,
    judgeAll: async () => {
      await sleep(2 * leaseMs);
      return judge(await readTables(database), {
        auditKey,
        posts: slack.posts,
        files: slack.files,
        deliveries: all,
        part: `${name}r`,
      });
    },
    close: async () => {
      await crew.dismiss();
      await database.end();
      await slack.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const describe = ({ scenario, blows }: Plan): string =>
  [scenario.name, ...blows.map(({ boundary, blow }) => `${blow} at ${boundary}`)].join('; ');

/** Whether every message of a run, notices included, has come to its end, and whoever came late has cleared away what it sent. */
async function isSettled(
  database: Client,
  { files }: FakeSlack,
  { part, least }: { readonly part: string; readonly least: number },
): Promise<boolean> {
  const { rows } = await database.query<{ key: string; state: string; file: string | null }>(
    'SELECT key, state, file FROM outbox WHERE strpos(key, $1) > 0',
    [part],
  );
  const isOpen = rows.some(({ state }) => ['queued', 'claimed', 'posting'].includes(state));
  return rows.length >= least && !isOpen && findStrays(rows, files, part).length === 0;
}

/** Lets stopped workers go on when their leases have run out and others had time to take over. Returns whether none is stopped. */
function makeResumer(strikes: readonly Strike[]): () => boolean {
  const stopped = new Map<string, number>();
  const resumed = new Map<string, number>();
  return () => {
    const now = performance.now();
    for (const { blow, token } of strikes) {
      if (blow !== 'SIGSTOP' || resumed.has(token) || !existsSync(token)) continue;
      const since = stopped.get(token) ?? now;
      stopped.set(token, since);
      if (now - since < 2.5 * leaseMs) continue;
      const pid = Number(readFileSync(token, 'utf8'));
      if (pid > 0) process.kill(pid, 'SIGCONT');
      resumed.set(token, now);
    }
    // What it does when it is back is part of the run.
    return [...stopped.keys()].every((token) => now - (resumed.get(token) ?? now) > leaseMs / 2);
  };
}

/** Waits, but not for ever. Returns whether it came to be. */
async function comesToBe(isDone: () => Promise<boolean>): Promise<boolean> {
  const end = performance.now() + mostMs;
  while (!(await isDone())) {
    if (performance.now() > end) return false;
    await sleep(15);
  }
  return true;
}
