import { monthNames } from '#src/date-words.ts';
import { addDays, type IsoDate } from '#src/week.ts';
import type { Trips } from '#test/attack/statement.ts';

/** Trips as sentences say them. */
export const tripsPattern = String.raw`[\d,]+(?:\.\d+ [mb]illion)?`;
/** A date as sentences say it. */
export const datePattern = String.raw`\d{1,2} [A-Z][a-z]+ \d{4}`;

const sizes = new Map([
  ['million', 1e6],
  ['billion', 1e9],
]);

/** A number of trips as tables and sentences show it. */
export function tripsIn(text: string): Trips {
  if (text === '[c]' || text === '[z]') return text;
  const [number = '', size = ''] = text.split(' ');
  return Number(number.replaceAll(',', '')) * (sizes.get(size) ?? 1);
}

/** "6 June 2021". */
export function dateIn(words: string): IsoDate {
  const [day = '', month = '', year = ''] = words.split(' ');
  const number = String(monthNames.findIndex((name) => name === month) + 1).padStart(2, '0');
  return `${year}-${number}-${day.padStart(2, '0')}`;
}

/** The Monday of the week that ends on a date in words. */
export const weekTo = (words: string): IsoDate => addDays(dateIn(words), -6);

/** "7% rise", "3% fall", "no change": undefined of anything else. */
export function changeIn(text: string): number | undefined {
  if (text === 'no change') return 0;
  const [, size, way] = /^(\d+)% (rise|fall)$/u.exec(text) ?? [];
  return size === undefined ? undefined : Number(size) * (way === 'fall' ? -1 : 1);
}

/** Every match of a pattern in a text, without the match as a whole. */
export const matches = (text: string, pattern: RegExp): readonly (readonly string[])[] =>
  [...text.matchAll(pattern)].map(([, ...groups]) => groups.map((group) => group ?? ''));
