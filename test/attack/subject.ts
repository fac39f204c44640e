import type { IsoDate } from '#src/week.ts';

/** Where trips start, or end: within any of some areas ('*' is anywhere), and in none of others. */
export type Side = { readonly within: readonly string[]; readonly without: readonly string[] };

/** Which trips a figure counts. `key` tells subjects apart. */
export type Subject = {
  readonly key: string;
  readonly origins: Side;
  readonly destinations: Side;
  readonly modes: readonly string[];
};

/** Whole weeks, by their Mondays, or days. A figure of several is their mean. */
export type Time = { readonly grain: 'week' | 'day'; readonly dates: readonly IsoDate[] };

/** What a number is of. `bound`: E of it in one week, as anybody may work it out. */
export type Figure = { readonly subject: Subject; readonly time: Time; readonly bound: number };

export const anywhere: Side = { within: ['*'], without: [] };

/** Within any of the areas; anywhere if there are none. */
export const inside = (areas: readonly string[]): Side =>
  areas.length === 0 ? anywhere : { within: areas, without: [] };

export const weekOf = (monday: IsoDate): Time => ({ grain: 'week', dates: [monday] });

export const weeksOf = (mondays: readonly IsoDate[]): Time => ({ grain: 'week', dates: mondays });

const spell = ({ within, without }: Side): string =>
  `${within.toSorted().join('+')}-${without.toSorted().join('-')}`;

/** Trips from one side to the other by any of the modes. */
export function subjectOf(origins: Side, destinations: Side, modes: readonly string[]): Subject {
  const key = `${spell(origins)} > ${spell(destinations)} by ${modes.toSorted().join('+')}`;
  return { key, origins, destinations, modes };
}
