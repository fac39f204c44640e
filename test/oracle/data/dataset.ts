/** A value of a row, as the warehouse decodes it: dates as ISO text. */
export type Plain = string | number | boolean | null;

/** A row by column name. */
export type Row = Readonly<Record<string, Plain>>;

/** Rows by table; a table that is not named is empty. `schema`: the statements that create every table in DuckDB. */
export type Dataset = {
  readonly schema: string;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
};
