/** A row as the driver gives it: parsed with zod by whoever asked. */
export type Row = Readonly<Record<string, unknown>>;

/** Where statements run: one at a time, with `$1` parameters. Throws `StoreFault`. */
export type Sql = {
  readonly query: (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
};

/** A PostgreSQL, embedded or a server. */
export type Database = Sql & {
  readonly engine: 'pglite' | 'postgres';
  /** Runs `work` in a transaction, committed when it resolves and rolled back when it throws. Throws `StoreFault`. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /** Runs `work` with a session of its own that takes several statements in one text: for migrations. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** What the migrator needs of a client of `pg`. */
export type Session = {
  query(
    text: string | { readonly text: string; readonly values?: readonly unknown[] },
    values?: readonly unknown[],
  ): Promise<{ readonly rows: readonly unknown[]; readonly rowCount: number | null }>;
};
