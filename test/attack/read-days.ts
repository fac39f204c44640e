import { z } from 'zod';
import { weekdayNames } from '#src/statistics/compare/weekday-names.ts';
import type { TrendAsked } from '#test/attack/asked.ts';
import { cellShape, tripsOf } from '#test/attack/cell-shape.ts';
import type { Country } from '#test/attack/country.ts';
import type { Faces } from '#test/attack/faces.ts';
import { onDay } from '#test/attack/on-day.ts';
import { rowsOfFaces } from '#test/attack/read-rows.ts';
import { pointsIn, readWeekRows } from '#test/attack/read-trend.ts';
import { readTrendData, trendShape } from '#test/attack/read-trend-data.ts';
import { readTrendWords } from '#test/attack/read-trend-words.ts';
import { dateIn, matches, tripsIn, tripsPattern } from '#test/attack/read-words.ts';
import { both, type Statement, type Told } from '#test/attack/statement.ts';
import { figuresBetween, type FigureOf } from '#test/attack/trend-figure.ts';

const weekdayMean = z.object({ day: z.enum(weekdayNames), trips: z.number() });
const dayShape = z.object({
  trend: trendShape,
  days: z.array(z.object({ date: z.string(), trips: cellShape })),
  weekdays: z
    .object({ weeks: z.array(z.string()), busiest: weekdayMean, quietest: weekdayMean })
    .optional(),
});

type DayData = z.infer<typeof dayShape>;

function inData({ days, weekdays }: DayData, figure: FigureOf): readonly Statement[] {
  const single = days.map(({ date, trips }) => ({
    ...figure([date], 'day'),
    trips: tripsOf(trips),
  }));
  const means = weekdays === undefined ? [] : [weekdays.busiest, weekdays.quietest];
  const averages = means.map(({ day, trips }) => ({
    ...figure(onDay(weekdays?.weeks ?? [], day), 'day'),
    trips,
  }));
  return [...single, ...averages].map((one) => ({ ...one, face: 'json' as const }));
}

const range = new RegExp(
  `([A-Z][a-z]+day)s? (?:was|were) busiest with around (${tripsPattern}) trips(?: on average)?, and ([A-Z][a-z]+day)s? quietest with (${tripsPattern})\\.`,
  'gu',
);

function inWords(
  face: 'sentences' | 'alt',
  text: string,
  { weekdays }: DayData,
  figure: FigureOf,
): readonly Statement[] {
  return matches(text, range).flatMap(([most = '', many = '', least = '', few = '']) =>
    [
      [most, many],
      [least, few],
    ].map(([day = '', trips = '']) => ({
      ...figure(onDay(weekdays?.weeks ?? [], day), 'day'),
      face,
      trips: tripsIn(trips),
    })),
  );
}

/** The table has days, or weeks where no day may be shown. */
function inTables(faces: Faces, figure: FigureOf): readonly Statement[] {
  const tables = rowsOfFaces(faces);
  if (tables[0]?.columns[0] !== 'Date') return readWeekRows(faces, figure);
  return tables.flatMap(({ face, rows }) =>
    rows.map(([date = '', , trips = '']) => ({
      ...figure([dateIn(date)], 'day'),
      face,
      trips: tripsIn(trips),
    })),
  );
}

/** Every figure that the faces of a trend by day tell, of its days and of the weeks compared. */
export function readDays(faces: Faces, finding: unknown, ask: TrendAsked, country: Country): Told {
  const data = dayShape.parse(finding);
  const figure = figuresBetween(ask, country);
  const drawn = pointsIn(faces.spec).map(({ week, trips }): Statement => ({
    ...figure([week], 'day'),
    face: 'spec',
    trips,
  }));
  const said = (['sentences', 'alt'] as const).flatMap((face) =>
    inWords(face, faces[face], data, figure),
  );
  return both(
    readTrendData(data.trend, figure),
    {
      statements: [...inData(data, figure), ...inTables(faces, figure), ...drawn, ...said],
      percents: [],
    },
    readTrendWords('sentences', faces.sentences, data.trend, figure),
    readTrendWords('alt', faces.alt, data.trend, figure),
  );
}
