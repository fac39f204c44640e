import { z } from 'zod';
import type { TrendAsked } from '#test/attack/asked.ts';
import type { Country } from '#test/attack/country.ts';
import type { Faces } from '#test/attack/faces.ts';
import { readPartly } from '#test/attack/read-partly.ts';
import { rowsOfFaces } from '#test/attack/read-rows.ts';
import { readTrendData, trendShape } from '#test/attack/read-trend-data.ts';
import { readTrendWords } from '#test/attack/read-trend-words.ts';
import { tripsIn, weekTo } from '#test/attack/read-words.ts';
import { both, type Statement, type Told } from '#test/attack/statement.ts';
import { figuresBetween, type FigureOf } from '#test/attack/trend-figure.ts';

const vertex = z.object({ week: z.string(), trips: z.number() });
const specShape = z.object({
  datasets: z.object({ line: z.array(vertex), dots: z.array(vertex) }),
});

/** The points of a line, of weeks or of days. */
export function pointsIn(
  spec: string,
): readonly { readonly week: string; readonly trips: number }[] {
  if (spec === '') return [];
  const { line, dots } = specShape.parse(JSON.parse(spec)).datasets;
  return [...line, ...dots];
}

/** The weeks of a table. */
export const readWeekRows = (faces: Faces, figure: FigureOf): readonly Statement[] =>
  rowsOfFaces(faces).flatMap(({ face, rows }) =>
    rows.map(([end = '', trips = '']) => ({
      ...figure([weekTo(end)]),
      face,
      trips: tripsIn(trips),
    })),
  );

/** Every figure that the faces of a trend by week tell. */
export function readTrend(faces: Faces, finding: unknown, ask: TrendAsked, country: Country): Told {
  const data = trendShape.parse(finding);
  const figure = figuresBetween(ask, country);
  const drawn = pointsIn(faces.spec).map(({ week, trips }): Statement => ({
    ...figure([week]),
    face: 'spec',
    trips,
  }));
  return both(
    readTrendData(data, figure),
    { statements: [...readWeekRows(faces, figure), ...drawn], percents: [] },
    readTrendWords('sentences', faces.sentences, data, figure),
    readTrendWords('alt', faces.alt, data, figure),
    readPartly(faces.sentences, data, ask, country),
  );
}
