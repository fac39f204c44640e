import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { IsoDate } from '#src/week.ts';

/** Whether the data hold this day. */
export function isInData(date: IsoDate, { firstDay, lastDay }: Vocabulary): boolean {
  return date >= firstDay && date <= lastDay;
}
