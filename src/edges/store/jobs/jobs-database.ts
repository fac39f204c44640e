import type { EmbeddedDatabase } from '../open-pglite.ts';
import type { ServerDatabase } from '../open-postgres.ts';

/** A database in which the jobs can lie beside the store. */
export type JobsDatabase = EmbeddedDatabase | ServerDatabase;
