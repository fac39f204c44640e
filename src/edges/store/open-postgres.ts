import { Pool, type PoolClient } from 'pg';
import type { Database, Sql } from './database.ts';
import { readPostgresOptions } from './postgres-options.ts';
import { storeFault } from './store-fault.ts';

const connectMs = 5000;
const statementMs = 10_000;
const idleInTransactionMs = 15_000;
const mostConnections = 5;

/** A PostgreSQL server. Throws `ConfigFault` where the URL cannot be used, `StoreFault` where the server cannot be reached. */
export async function openPostgres(databaseUrl: string): Promise<Database> {
  const pool = new Pool({
    ...readPostgresOptions(databaseUrl),
    application_name: 'mobility',
    max: mostConnections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    query_timeout: statementMs + connectMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    keepAlive: true,
  });
  // An idle connection that breaks is replaced at the next statement, which throws if it cannot be.
  pool.on('error', () => undefined);
  const database: Database = {
    engine: 'postgres',
    query: (text, values) =>
      guarded(async () => (await pool.query(text, [...(values ?? [])])).rows),
    transaction: (work) => withClient(pool, (client) => runTransaction(client, work)),
    session: (work) =>
      withClient(pool, async (client) => {
        // A migration may take longer than a statement of every day.
        await client.query('SET statement_timeout = 0');
        const result = await work(client);
        await client.query(`SET statement_timeout = ${statementMs}`);
        return result;
      }),
    close: () => guarded(() => pool.end()),
  };
  try {
    await database.query('SELECT 1');
    return database;
  } catch (error) {
    await pool.end();
    throw error;
  }
}

async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeFault(error);
  }
}

/** Lends a connection; one on which something failed is closed, for nobody knows its state. */
function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return guarded(async () => {
    const client = await pool.connect();
    let isBroken = true;
    try {
      const result = await work(client);
      isBroken = false;
      return result;
    } finally {
      client.release(isBroken);
    }
  });
}

/** A transaction that throws is rolled back by the server when its connection closes. */
async function runTransaction<T>(client: PoolClient, work: (sql: Sql) => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  const result = await work({
    query: async (text, values) => (await client.query(text, [...(values ?? [])])).rows,
  });
  await client.query('COMMIT');
  return result;
}
