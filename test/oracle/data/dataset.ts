/** A value of a row, as the warehouse decodes it: dates as ISO text. */
export type Plain = string | number | boolean | null;

/** A row by column name. */
export type Row = Readonly<Record<string, Plain>>;

/** Rows by table; a table that is not named is empty. `schema`: the statements that create every table in DuckDB. `room`: what stands before the names of tables in queries, `protected` where it is absent. */
export type Dataset = {
  readonly schema: string;
  readonly room?: string;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
};

/** A table's name as queries write it. */
export const queriedName = ({ room = 'protected' }: Dataset, table: string): string =>
  `${room}.${table}`;
