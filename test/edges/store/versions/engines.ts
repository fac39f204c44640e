import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Database } from '#src/edges/store/database.ts';
import { openPglite } from '#src/edges/store/open-pglite.ts';
import { openPostgres } from '#src/edges/store/open-postgres.ts';
import { findPostgres, startPostgres } from '#test/support/postgres-server.ts';

/** A database of a test's own. `url`: of the server, where there is one. */
export type Opened = {
  readonly database: Database;
  readonly url: string | undefined;
  readonly close: () => Promise<void>;
};

async function openEmbedded(): Promise<Opened> {
  const folder = await mkdtemp(join(tmpdir(), 'mobility-pglite-'));
  const database = await openPglite(folder);
  return {
    database,
    url: undefined,
    close: async () => {
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function openServer(): Promise<Opened> {
  const server = await startPostgres();
  const url = await server.database('mobility');
  const database = await openPostgres(url);
  return {
    database,
    url,
    close: async () => {
      await database.close();
      await server.stop();
    },
  };
}

/** An engine to test on; `open` makes a database of its own. */
type Engine = {
  readonly name: string;
  readonly isMissing: boolean;
  readonly open: () => Promise<Opened>;
};

/** Both engines: the embedded one, and the server. */
export const engines: readonly [Engine, Engine] = [
  { name: 'on PGlite', isMissing: false, open: openEmbedded },
  {
    name: 'on PostgreSQL, which must be installed',
    isMissing: findPostgres() === undefined,
    open: openServer,
  },
];

/** Makes a database as empty as a new one: that takes far less time than to open another. */
export const empty = (database: Database): Promise<unknown> =>
  database.session((session) => session.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'));

/** Opens a database for the tests of a `describe`, and empties it before each. */
export function useDatabase({ isMissing, open }: Engine): () => Database {
  let opened: Opened;
  beforeAll(async () => {
    if (!isMissing) opened = await open();
  }, 60_000);
  afterAll(() => opened?.close());
  beforeEach(async () => {
    if (!isMissing) await empty(opened.database);
  });
  return () => opened.database;
}
