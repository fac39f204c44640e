import { openPostgres } from '#src/edges/store/open-postgres.ts';
import { findPostgres, startPostgres } from '#test/support/postgres-server.ts';
import { testStore } from '#test/contract/test-store.ts';

testStore({
  name: 'on PostgreSQL, which must be installed',
  isMissing: findPostgres() === undefined,
  open: async () => {
    const server = await startPostgres();
    const database = await openPostgres(await server.database('mobility'));
    return {
      database,
      close: async () => {
        await database.close();
        await server.stop();
      },
    };
  },
});
