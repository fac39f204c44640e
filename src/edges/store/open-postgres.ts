import { Client, Pool, type PoolClient } from 'pg';
import type { Database, Row, Session, Sql } from './database.ts';
import { readPostgresOptions, type PostgresOptions } from './postgres-options.ts';
import { withStoreFaults } from './store-fault.ts';

const applicationName = 'mobility';

/** What the program waits for at most, in milliseconds, and how many connections it takes. */
export type PostgresLimits = {
  readonly connectMs: number;
  readonly statementMs: number;
  /** For all statements of a migration, which may move much data. */
  readonly migrationMs: number;
  readonly connections: number;
};

const limitsOfEveryDay: PostgresLimits = {
  connectMs: 5000,
  statementMs: 10_000,
  migrationMs: 600_000,
  connections: 5,
};

/** A server, with what pg-boss needs to connect to it too. */
export type ServerDatabase = Database & {
  readonly engine: 'postgres';
  readonly server: PostgresOptions;
};

/** A PostgreSQL server. Throws `ConfigFault` where the URL cannot be used, `StoreFault` where the server cannot be reached. */
export async function openPostgres(
  databaseUrl: string,
  limits: PostgresLimits = limitsOfEveryDay,
): Promise<ServerDatabase> {
  const server = readPostgresOptions(databaseUrl);
  const pool = makePool(server, limits);
  let closing: Promise<void> | undefined;
  const database: ServerDatabase = {
    engine: 'postgres',
    server,
    query: (text, values) => withStoreFaults(() => rowsOf(pool, text, values)),
    transaction: (work) => withClient(pool, (client) => runTransaction(client, work)),
    session: (work) => withSession(server, limits, work),
    close: () => (closing ??= withStoreFaults(() => pool.end())),
  };
  try {
    await database.query('SELECT 1');
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

const ignore = (): void => undefined;

function makePool(
  server: PostgresOptions,
  { connectMs, statementMs, connections }: PostgresLimits,
): Pool {
  const pool = new Pool({
    ...server,
    application_name: applicationName,
    max: connections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    // For a server that does not answer at all.
    query_timeout: statementMs + connectMs,
    idle_in_transaction_session_timeout: statementMs + connectMs,
    keepAlive: true,
    // A connection that nobody uses does not keep the program from ending.
    allowExitOnIdle: true,
  });
  // An idle connection that breaks is replaced at the next statement, which throws if it cannot be.
  pool.on('error', ignore);
  return pool;
}

const rowsOf = async (
  client: Pick<PoolClient, 'query'>,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> => (await client.query<Row>(text, [...values])).rows;

/** Lends a connection; one on which something failed is closed, for nobody knows its state. */
function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return withStoreFaults(async () => {
    const client = await pool.connect();
    // One that breaks between two statements would end the process; the next statement throws.
    client.on('error', ignore);
    let isBroken = true;
    try {
      const result = await work(client);
      isBroken = false;
      return result;
    } finally {
      client.off('error', ignore);
      client.release(isBroken);
    }
  });
}

/** A transaction that throws is rolled back by the server when its connection closes. */
async function runTransaction<T>(client: PoolClient, work: (sql: Sql) => Promise<T>): Promise<T> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  const result = await work({
    query: (text, values) => withStoreFaults(() => rowsOf(client, text, values)),
  });
  await client.query('COMMIT');
  return result;
}

/** A connection of its own, whose statements may take longer than those of every day. */
function withSession<T>(
  server: PostgresOptions,
  { connectMs, migrationMs }: PostgresLimits,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  return withStoreFaults(async () => {
    const client = new Client({
      ...server,
      application_name: applicationName,
      connectionTimeoutMillis: connectMs,
      statement_timeout: migrationMs,
      query_timeout: migrationMs + connectMs,
      keepAlive: true,
    });
    client.on('error', ignore);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  });
}
