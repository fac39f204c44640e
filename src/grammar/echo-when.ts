import { dateWords } from '#src/date-words.ts';
import type { When } from '#src/grammar/ask.ts';
import { sayShift } from '#src/grammar/event-shift.ts';

/** A date, and the event that it is or is counted from. */
export function echoWhen({ date, event, shiftDays = 0 }: When): string {
  if (event === undefined) return dateWords(date);
  return shiftDays === 0
    ? `${dateWords(date)}, when ${event.clause}`
    : `${dateWords(date)}, ${sayShift(shiftDays)} ${dateWords(event.date)}, when ${event.clause}`;
}
