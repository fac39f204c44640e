import { dateWords } from '#src/date-words.ts';
import type { IsoDate } from '#src/week.ts';

/** A period in words: "24 January 2022 to 30 January 2022", or its one day. */
export function periodWords(from: IsoDate, to: IsoDate): string {
  return from === to ? dateWords(from) : `${dateWords(from)} to ${dateWords(to)}`;
}
