import { z } from 'zod';
import type { Asked } from '#test/attack/asked.ts';
import { cellShape, tripsOf } from '#test/attack/cell-shape.ts';
import type { Country } from '#test/attack/country.ts';
import type { Faces } from '#test/attack/faces.ts';
import { readPartly } from '#test/attack/read-partly.ts';
import { readWeekRows } from '#test/attack/read-trend.ts';
import { readTrendData, trendShape, type TrendData } from '#test/attack/read-trend-data.ts';
import { matches, tripsIn, tripsPattern } from '#test/attack/read-words.ts';
import {
  both,
  nothingTold,
  type PercentStatement,
  type Statement,
  type Told,
} from '#test/attack/statement.ts';
import { figuresBetween, type FigureOf } from '#test/attack/trend-figure.ts';

const methodShape = z.object({
  about: z.enum(['general', 'flows', 'compare', 'trend']),
  trend: trendShape.optional(),
  weeks: z.array(z.object({ week: z.string(), trips: cellShape })).optional(),
});

/** The data are too short for comparisons with a year before. */
const means = [
  new RegExp(
    `mean of those weeks is (${tripsPattern}) trips; the last week had (${tripsPattern})\\.`,
    'gu',
  ),
  new RegExp(
    `means are (${tripsPattern}) trips a week before the date and (${tripsPattern}) after`,
    'gu',
  ),
];
const differs = /that is around (\d+)% (higher|lower)/gu;

function inWords(sentences: string, { change }: TrendData, figure: FigureOf): Told {
  const [base, part] = [figure(change?.beforeWeeks ?? []), figure(change?.afterWeeks ?? [])];
  const levels = means.flatMap((pattern) => matches(sentences, pattern));
  return {
    statements: levels.flatMap(([before = '', after = '']): readonly Statement[] => [
      { ...base, face: 'sentences', trips: tripsIn(before) },
      { ...part, face: 'sentences', trips: tripsIn(after) },
    ]),
    percents: matches(sentences, differs).map(([size = '', way = '']): PercentStatement => ({
      face: 'sentences',
      form: 'change',
      part,
      base,
      percent: Number(size) * (way === 'lower' ? -1 : 1),
    })),
  };
}

/** Every figure of the data that an answer on how a trend was worked out tells; on other questions there are none. */
export function readMethod(
  faces: Faces,
  finding: unknown,
  ask: Asked | undefined,
  country: Country,
): Told {
  const { about, trend, weeks = [] } = methodShape.parse(finding);
  if (about !== 'trend' || trend === undefined || ask?.command !== 'trend') return nothingTold;
  const figure = figuresBetween(ask, country);
  const single = weeks.map(({ week, trips }): Statement => ({
    ...figure([week]),
    face: 'json',
    trips: tripsOf(trips),
  }));
  return both(
    readTrendData(trend, figure),
    { statements: [...single, ...readWeekRows(faces, figure)], percents: [] },
    inWords(faces.sentences, trend, figure),
    readPartly(faces.sentences, trend, ask, country),
  );
}
