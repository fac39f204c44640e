import type { EventsFinding } from '#src/finding.ts';
import { dateWords } from '#src/date-words.ts';
import { numberFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';
import type { Table } from '#src/summary/table.ts';

/** How many dates have a name, and how to use one. */
export function sayEvents({ events }: EventsFinding): readonly Sentence[] {
  if (events.length === 0)
    return [say`No dates have a name there. You can use any date, such as since: and a day.`];
  const count = numberFact(events.length, '/events/length');
  const named =
    events.length === 1 ? say`${count} date has a name` : say`${count} dates have a name`;
  return [
    say`${named}. Use one with since: or until:, and we take the date that holds in your place.`,
  ];
}

/** Every governed date with its source. */
export const tableEvents = ({ events }: EventsFinding): Table => ({
  caption: 'Dates with a name',
  columns: ['Name', 'Date', 'Place', 'What happened', 'Source'],
  rows: events.map(({ slug, date, areaName, clause, source }) => [
    slug,
    dateWords(date),
    areaName,
    clause,
    source,
  ]),
  key: events.map((_, index) => index),
});
