import { z } from 'zod';
import { keptRow } from './kept-value.ts';

/** One statement as a program sent it: `text` is its place in the list of texts; `rows`: what it got. */
const sent = z.object({
  text: z.int(),
  values: z.array(z.unknown()),
  rows: z.array(keptRow),
});

export type Sent = z.output<typeof sent>;

/**
 * What the program of one version says to the database in its whole life, and hears, by transaction. `knows`: the words of closed lists that it can read,
 * by table and column.
 */
export const transcript = z.object({
  knows: z.record(z.string(), z.array(z.string())),
  texts: z.array(z.string()),
  transactions: z.array(z.array(sent)),
});

export type Transcript = z.output<typeof transcript>;
