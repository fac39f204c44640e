/** A table as readers see it: text only, the first column names the row. `key`: indexes of the rows to show where room is short. */
export type Table = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly key: readonly number[];
};
