import { dateWords } from '#src/date-words.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { endBeforeStart, noWholeWeek, type Refusal } from '#src/refusal.ts';
import { addDays, type IsoDate, mondayOf } from '#src/week.ts';

/** Refuses a period that ends before it starts, or before the first week of the data is over. */
export function checkDates(
  since: IsoDate | undefined,
  until: IsoDate | undefined,
  example: () => string,
  { firstDay }: Vocabulary,
): Refusal | undefined {
  if (until === undefined) return undefined;
  if (since !== undefined && until < since)
    return endBeforeStart(dateWords(since), dateWords(until), example());
  const firstSunday = addDays(mondayOf(firstDay), 6);
  return until < firstSunday ? noWholeWeek(dateWords(firstSunday), example()) : undefined;
}
