import { z } from 'zod';
import { cellShape, tripsOf } from '#test/attack/cell-shape.ts';
import type { RankedFigures } from '#test/attack/ranked-figures.ts';
import type { PercentStatement, Statement, Told } from '#test/attack/statement.ts';
import type { Figure } from '#test/attack/subject.ts';

const cutShape = z.object({
  rows: z.number(),
  others: z.object({ trips: cellShape }).optional(),
  rest: cellShape.optional(),
});

/** What the data of an answer say of flows into or out of one place. */
export const rankedShape = z.object({
  shape: z.literal('ranked'),
  total: cellShape,
  within: cellShape,
  outside: cellShape,
  rows: z.array(
    z.object({
      end: z.object({ code: z.string() }),
      trips: cellShape,
      percent: z.object({ value: z.number() }).optional(),
    }),
  ),
  drawn: cutShape,
  tabled: cutShape,
  elsewhere: cellShape.optional(),
  partly: z.object({ trips: cellShape, percent: z.number() }).optional(),
});

type RankedData = z.infer<typeof rankedShape>;
type Cell = z.infer<typeof cellShape>;

const tell = (figure: Figure, cell: Cell | undefined): readonly Statement[] =>
  cell === undefined ? [] : [{ ...figure, face: 'json', trips: tripsOf(cell) }];

function cutsIn({ rows, drawn, tabled }: RankedData, { others, rest }: RankedFigures) {
  return [drawn, tabled].flatMap((cut) => {
    const listed = rows.slice(0, cut.rows).map(({ end }) => end.code);
    return [
      ...(cut.others === undefined ? [] : tell(others(listed), cut.others.trips)),
      ...(cut.rest === undefined ? [] : tell(rest(listed), cut.rest)),
    ];
  });
}

function percentsIn({ rows, partly }: RankedData, figures: RankedFigures) {
  const shares = rows.flatMap(({ end, percent }): readonly PercentStatement[] =>
    percent === undefined
      ? []
      : [
          {
            face: 'json',
            form: 'share',
            percent: percent.value,
            part: figures.end(end.code),
            base: figures.outside,
          },
        ],
  );
  return partly === undefined ? shares : [...shares, mostOf('json', partly.percent, figures)];
}

/** The most that may belong to the place besides what is known to. */
export const mostOf = (
  face: PercentStatement['face'],
  percent: number,
  { around, aroundAndKnown }: RankedFigures,
): PercentStatement => ({ face, form: 'most', percent, part: around, base: aroundAndKnown });

/** Every figure in the data of flows into or out of one place. */
export function readRankedData(data: RankedData, figures: RankedFigures): Told {
  const { total, within, outside, elsewhere, partly, rows } = data;
  return {
    statements: [
      ...tell(figures.total, total),
      ...tell(figures.within, within),
      ...tell(figures.outside, outside),
      ...tell(figures.elsewhere, elsewhere),
      ...tell(figures.around, partly?.trips),
      ...rows.flatMap(({ end, trips }) => tell(figures.end(end.code), trips)),
      ...cutsIn(data, figures),
    ],
    percents: percentsIn(data, figures),
  };
}
