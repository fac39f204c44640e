import { z } from 'zod';
import { cellShape, changeShape, tripsOf } from '#test/attack/cell-shape.ts';
import type { FaceName } from '#test/attack/faces.ts';
import type { PercentStatement, Statement, Told } from '#test/attack/statement.ts';
import type { FigureOf } from '#test/attack/trend-figure.ts';

/** What the data of an answer say of a trend. */
export const trendShape = z.object({
  kind: z.literal('trend'),
  against: z.enum(['before', 'lastYear']),
  since: z.object({ date: z.string() }).optional(),
  weeks: z.array(
    z.object({ week: z.string(), trips: cellShape, flag: z.looseObject({}).optional() }),
  ),
  change: changeShape.optional(),
  context: z
    .object({ percent: z.object({ value: z.number() }), weeks: z.array(z.string()) })
    .optional(),
  partly: z.object({ trips: cellShape, percent: z.number() }).optional(),
  period: z.object({ weeks: z.array(z.string()), mean: cellShape }).optional(),
});

export type TrendData = z.infer<typeof trendShape>;

const face: FaceName = 'json';

type Change = z.infer<typeof changeShape>;

/** The two means of a comparison, and the change from one to the other. */
export function changeIn(change: Change, figure: FigureOf): Told {
  const { beforeWeeks, afterWeeks, meanBefore, meanAfter, percent } = change;
  if (beforeWeeks === undefined || afterWeeks === undefined || percent === undefined)
    return { statements: [], percents: [] };
  const [base, part] = [figure(beforeWeeks), figure(afterWeeks)];
  return {
    statements: [
      { ...base, face, trips: meanBefore ?? NaN },
      { ...part, face, trips: meanAfter ?? NaN },
    ],
    percents: [{ face, form: 'change', part, base, percent: percent.value }],
  };
}

function levelIn({ level, afterWeeks }: Change, figure: FigureOf): readonly Statement[] {
  if (level === undefined || afterWeeks === undefined) return [];
  return [{ ...figure(afterWeeks.slice(0, 1)), face, trips: tripsOf(level) }];
}

function contextIn({ context, change }: TrendData, figure: FigureOf): readonly PercentStatement[] {
  if (context === undefined || change?.afterWeeks === undefined) return [];
  const [part, base] = [figure(change.afterWeeks), figure(context.weeks)];
  return [{ face, form: 'change', part, base, percent: context.percent.value }];
}

/** The mean of the whole weeks asked about. */
const periodIn = ({ period }: TrendData, figure: FigureOf): readonly Statement[] =>
  period === undefined ? [] : [{ ...figure(period.weeks), face, trips: tripsOf(period.mean) }];

/** Every figure in the data of a trend. */
export function readTrendData(data: TrendData, figure: FigureOf): Told {
  const single = data.weeks.map(({ week, trips }) => ({
    ...figure([week]),
    face,
    trips: tripsOf(trips),
  }));
  const { statements, percents } = changeIn(data.change ?? { kind: 'none' }, figure);
  return {
    statements: [
      ...single,
      ...statements,
      ...levelIn(data.change ?? { kind: 'none' }, figure),
      ...periodIn(data, figure),
    ],
    percents: [...percents, ...contextIn(data, figure)],
  };
}
