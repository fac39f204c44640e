import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { FakeBigQuery, FakeBigQueryOptions, FakeCall, FakeJob } from './fake-bigquery.ts';
import { makeFaultQueue, type Fault } from './fault-queue.ts';
import type { Job } from './job.ts';
import { checkProject, readAccount, readRequest, type Arrived } from './read-request.ts';
import { Refusal, writeRefusal } from './refusal.ts';
import { replyToCall } from './reply-to-call.ts';
import { makeWorld, type LiveTable, type World } from './world.ts';

/** Starts a server on loopback that the real client takes for BigQuery. It knows no more than its options say. */
export async function startFakeBigQuery(options: FakeBigQueryOptions): Promise<FakeBigQuery> {
  const world = makeWorld(options);
  const calls: FakeCall[] = [];
  const faults = makeFaultQueue();
  const server = createServer((request, response) => {
    // A client that hangs up is told nothing.
    answer(request, response).catch(() => request.socket.destroy());
  }).listen(0, '127.0.0.1');
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const arrived = await readRequest(request);
    calls.push(callOf(world, arrived));
    const fault = faults.take(`${arrived.method} ${arrived.path}`);
    const reply = await replyWith(world, arrived, fault);
    if (reply === 'reset') request.socket.destroy();
    else if (reply !== 'hang')
      response.writeHead(reply.status, { 'content-type': reply.type }).end(reply.text);
  };
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls: () => calls,
    jobs: () => world.jobs.map(showJob),
    rows: (table) => tableOf(world, table).rows,
    setRows: (table, rows) => world.setRows(tableOf(world, table), rows),
    fail: faults.add,
    slow: world.addDelay,
    expire: (token) => world.expired.add(token),
    close: async () => {
      for (const job of world.jobs)
        job.finish({ kind: 'failed', refusal: new Refusal('stopped', 'the server closes') });
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

type Reply =
  | 'hang'
  | 'reset'
  | { readonly status: number; readonly type: string; readonly text: string };

const page = {
  status: 503,
  type: 'text/html; charset=UTF-8',
  text: '<!DOCTYPE html><html lang=en><title>Error 503 (Service Unavailable)!!1</title><p>The server cannot process the request right now.</html>',
};

async function replyWith(world: World, arrived: Arrived, fault: Fault | undefined): Promise<Reply> {
  if (fault?.kind === 'hang' || fault?.kind === 'reset') return fault.kind;
  if (fault?.kind === 'page') return page;
  const { status, body } = await answerOf(world, arrived, fault);
  if (fault?.kind === 'hangAfter') return 'hang';
  if (fault?.kind === 'resetAfter') return 'reset';
  return { status, type: 'application/json; charset=UTF-8', text: JSON.stringify(body) };
}

async function answerOf(
  world: World,
  arrived: Arrived,
  fault: Fault | undefined,
): Promise<{ readonly status: number; readonly body: unknown }> {
  try {
    const account = readAccount(world, arrived);
    checkProject(world, arrived);
    if (fault?.kind === 'refused') throw fault.refusal;
    const failure = fault?.kind === 'jobFailed' ? fault.refusal : undefined;
    return { status: 200, body: await replyToCall(world, account, { ...arrived, failure }) };
  } catch (error) {
    if (error instanceof Refusal) return writeRefusal(error);
    return writeRefusal(new Refusal('internalError', String(error)));
  }
}

function callOf(world: World, { method, path, query, body, token = '' }: Arrived): FakeCall {
  return { method, path, query, body, account: world.accounts.get(token)?.name };
}

function tableOf(world: World, name: string): LiveTable {
  const table = world.tables.get(`${world.projectId}.${name}`);
  if (table === undefined) throw new Error(`there is no table ${name}`);
  return table;
}

function showJob({ account, end, bytes, ...job }: Job): FakeJob {
  const { id, kind, sql, parameters, labels, maximumBytesBilled, dryRun, cancelled, cacheHit } =
    job;
  return {
    id,
    account: account.name,
    kind,
    state: end === undefined ? 'RUNNING' : 'DONE',
    sql,
    parameters,
    labels,
    maximumBytesBilled,
    dryRun,
    cancelled,
    cacheHit,
    bytes: bytes.read,
    reason: end?.kind === 'failed' ? end.refusal.reason : undefined,
  };
}
