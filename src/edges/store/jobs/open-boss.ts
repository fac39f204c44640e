import type { Clock as BossClock, PgBoss } from 'pg-boss';
import type { StateDatabase } from '../open-database.ts';
import { overPglite } from './over-pglite.ts';
import type { Pace } from './pace.ts';

const connectMs = 5000;
const keepAliveMs = 10_000;
const mostConnections = 3;

/** A pg-boss over the database of the store, not yet started: over PGlite in its one session, over a server with connections of its own. */
export async function openBoss(
  database: StateDatabase,
  time: BossClock,
  pace: Pace,
): Promise<PgBoss> {
  // Loaded here alone: what only reads the state never needs it.
  const { fromPglite, PgBoss } = await import('pg-boss');
  // Known to `pg`, to which pg-boss passes all of it.
  const keepAlive = { keepAlive: true, keepAliveInitialDelayMillis: keepAliveMs };
  return new PgBoss({
    ...(database.engine === 'pglite'
      ? { db: fromPglite(overPglite(database)), backend: 'pglite' }
      : {
          ...database.server,
          ...keepAlive,
          max: mostConnections,
          connectionTimeoutMillis: connectMs,
        }),
    clock: time,
    // pg-boss reads a cron expression backwards, so 01:30 in London is lost in March and run twice in October: `run-tick.ts` does it instead.
    schedule: false,
    superviseIntervalSeconds: pace.watchSeconds,
    monitorIntervalSeconds: pace.watchSeconds,
    openTelemetry: { enabled: false },
  });
}
