import type { TrendAsked } from '#test/attack/asked.ts';
import { tripsOf } from '#test/attack/cell-shape.ts';
import type { Country } from '#test/attack/country.ts';
import type { TrendData } from '#test/attack/read-trend-data.ts';
import { matches, tripsIn, tripsPattern } from '#test/attack/read-words.ts';
import {
  nothingTold,
  type PercentStatement,
  type Statement,
  type Told,
} from '#test/attack/statement.ts';
import { restFigures } from '#test/attack/trend-figure.ts';
import { weeksAnswered } from '#test/attack/weeks-answered.ts';

const leftOut =
  /Up to (\d+)% of (?:the trips that started there are left out|these trips may be counted)/gu;
const together = new RegExp(
  `Small flows are counted together as [^.:]*: (${tripsPattern}) trips a week on average\\.`,
  'gu',
);

/** What an answer tells of trips that are counted elsewhere, in the weeks that it is about. */
export function readPartly(
  sentences: string,
  data: TrendData,
  ask: TrendAsked,
  country: Country,
): Told {
  if (data.partly === undefined) return nothingTold;
  const weeks = weeksAnswered(data, ask, country);
  const figures = restFigures(ask, country);
  const [part, base] = [figures.rest(weeks), figures.together(weeks)];
  const of = { form: 'most', part, base } as const;
  const counted = matches(sentences, together).map(([trips = '']): Statement => ({
    ...part,
    face: 'sentences',
    trips: tripsIn(trips),
  }));
  const said = matches(sentences, leftOut).map(([percent]): PercentStatement => ({
    ...of,
    face: 'sentences',
    percent: Number(percent),
  }));
  return {
    statements: [{ ...part, face: 'json', trips: tripsOf(data.partly.trips) }, ...counted],
    percents: [{ ...of, face: 'json', percent: data.partly.percent }, ...said],
  };
}
