import type { Table } from '#src/summary/table.ts';

/** A hash of a text, in hex digits. */
export type Hash = (text: string) => string;

/**
 * What stands in the audit for the figures that an answer shows: of all headings and cells as they are read, `[c]` and `[x]` too, in their order.
 * The caption, and which rows are shown where room is short, make no difference.
 */
export const fingerprintCells = (
  { columns, rows }: Pick<Table, 'columns' | 'rows'>,
  hash: Hash,
): string => hash(`cells\n${JSON.stringify([columns, ...rows])}`);
