import type { Row } from '#test/oracle/data/dataset.ts';
import { soundTables, type SourceTables } from '#test/queries/source/sound-source.ts';

/** Something wrong with the views, and which rules of one check say so, and how often. Rules that are not named are kept. */
export type Planted = {
  readonly what: string;
  readonly check: string;
  readonly tables: SourceTables;
  readonly broken: Readonly<Record<string, number>>;
  readonly params?: Readonly<Record<string, number>>;
};

/** Sound views but for these tables. */
export const withTables = (changed: Partial<SourceTables>): SourceTables => ({
  ...soundTables,
  ...changed,
});

/** Sound views with the first row of a table once more for each change. */
export function another(table: keyof SourceTables, ...changes: readonly Row[]): SourceTables {
  const rows: readonly Row[] = soundTables[table];
  return withTables({
    [table]: [...rows, ...changes.map((change) => ({ ...rows[0], ...change }))],
  });
}

/** Rows added to a table, each of which breaks the one rule of its check. */
export function rows(
  check: string,
  table: keyof SourceTables,
  rule: string,
  ...changes: readonly Row[]
): Planted {
  return {
    what: rule,
    check,
    tables: another(table, ...changes),
    broken: { [rule]: changes.length },
  };
}
