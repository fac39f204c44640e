import type { DuckDBConnection } from '@duckdb/node-api';
import type { Bindings } from '#src/edges/warehouse/duckdb/bind-parameters.ts';
import { decodeRows } from '#src/edges/warehouse/duckdb/decode-rows.ts';
import { Fault } from '#src/fault.ts';

const interruptEveryMs = 5;

/** Runs one prepared statement on a connection that nothing else uses, and interrupts it when the signal is aborted. */
export async function runStatement(
  connection: DuckDBConnection,
  sql: string,
  bindings: Bindings,
  stop: AbortSignal,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  stop.throwIfAborted();
  const release = interruptWhen(stop, connection);
  try {
    return await runPrepared(connection, sql, bindings);
  } catch (error) {
    stop.throwIfAborted();
    throw error instanceof Fault ? error : engineFault(error);
  } finally {
    release();
  }
}

async function runPrepared(connection: DuckDBConnection, sql: string, bindings: Bindings) {
  const statement = await connection.prepare(sql);
  try {
    statement.bind(bindings.values, bindings.types);
    return await decodeRows(await statement.run());
  } finally {
    statement.destroySync();
  }
}

/** Interrupts again and again: an interrupt that arrives before the engine has begun is lost. */
function interruptWhen(stop: AbortSignal, connection: DuckDBConnection): () => void {
  let again: NodeJS.Timeout | undefined;
  const interrupt = () => {
    connection.interrupt();
    again = setInterval(() => connection.interrupt(), interruptEveryMs);
  };
  stop.addEventListener('abort', interrupt, { once: true });
  return () => {
    stop.removeEventListener('abort', interrupt);
    clearInterval(again);
  };
}

/** The kind of error alone crosses: the engine's message may hold SQL and values. */
function engineFault(error: unknown): Fault {
  const kind = /^[A-Z][A-Za-z ]{2,30} Error(?=:)/u.exec(
    error instanceof Error ? error.message : '',
  );
  return new Fault('WarehouseFault', 'engine', `the warehouse failed: ${kind?.[0] ?? 'unknown'}`);
}
