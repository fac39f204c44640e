import { dateWords } from '#src/date-words.ts';
import { say, type Fact, type Sentence } from '#src/summary/sentence.ts';
import type { SaidRange } from '#src/finding.ts';
import { addDays, type IsoDate } from '#src/week.ts';

const grouped = new Intl.NumberFormat('en-GB', {
  maximumFractionDigits: 0,
  signDisplay: 'negative',
});
const oneDecimal = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'negative',
});

/** "12,340": a whole number as it is, whatever its size. */
export const numberWords = (value: number): string => grouped.format(value);

/** "12,340", "163.2 million", "1,040.9 million", "12.1 billion". */
export function tripsWords(trips: number): string {
  if (trips >= 9_999_950_000) return `${oneDecimal.format(trips / 1e9)} billion`;
  if (trips >= 999_500) return `${oneDecimal.format(trips / 1e6)} million`;
  return numberWords(trips);
}

/** A name or label as it stands in the finding. */
export const nameFact = (name: string, from: string): Fact => ({ shown: name, from, value: name });

/** A day: "19 January 2022". */
export const dateFact = (date: IsoDate, from: string): Fact => ({
  shown: dateWords(date),
  from,
  value: date,
});

/** The Sunday that ends the week of a Monday. */
export const weekToFact = (monday: IsoDate, from: string): Fact => ({
  shown: dateWords(addDays(monday, 6)),
  from,
  value: monday,
});

/** A number of trips: "12,340", "163.2 million". */
export const tripsFact = (trips: number, from: string): Fact => ({
  shown: tripsWords(trips),
  from,
  value: trips,
});

/** A count: "12,340". */
export const numberFact = (value: number, from: string): Fact => ({
  shown: numberWords(value),
  from,
  value,
});

/** The size of a percentage: "7%" for 7 and −7; the direction is in the verb. */
export const percentFact = (value: number, from: string): Fact => ({
  shown: `${numberWords(Math.abs(value))}%`,
  from,
  value,
});

/** "4 ordinary weeks", "1 ordinary week": the length of the list that `from` points to. */
export const weeksFact = (weeks: readonly IsoDate[], from: string): Sentence => {
  const count = {
    shown: numberWords(weeks.length),
    from: `${from}/length`,
    value: weeks.length,
  };
  return weeks.length === 1 ? say`${count} ordinary week` : say`${count} ordinary weeks`;
};

/** "a" or "an" before a number read aloud: an 8%, an 11%, an 18%. */
const article = (value: number): string =>
  /^(8|11$|18$)/u.test(String(Math.abs(value))) ? 'an' : 'a';

const directed = (value: number, from: string): Sentence =>
  value === 0
    ? say`no change`
    : say`${article(value)} ${percentFact(value, from)} ${value > 0 ? 'rise' : 'fall'}`;

/** "3% to 11%" never stands alone: "a 3% to 11% rise", "a 1% fall to an 11% rise", "no change to a 5% rise". */
export function rangeWords({ low, high }: SaidRange, from: string): Sentence {
  const [lowFrom, highFrom] = [`${from}/low`, `${from}/high`];
  if (low === high) return directed(low, lowFrom);
  if (low > 0)
    return say`${article(low)} ${percentFact(low, lowFrom)} to ${percentFact(high, highFrom)} rise`;
  if (high < 0)
    return say`${article(high)} ${percentFact(high, highFrom)} to ${percentFact(low, lowFrom)} fall`;
  return say`${directed(low, lowFrom)} to ${directed(high, highFrom)}`;
}
