import type { FaceName } from '#test/attack/faces.ts';
import type { TrendData } from '#test/attack/read-trend-data.ts';
import { datePattern, matches, tripsIn, tripsPattern, weekTo } from '#test/attack/read-words.ts';
import type { PercentStatement, Statement, Told } from '#test/attack/statement.ts';
import { weeksUpTo } from '#test/attack/weeks-up-to.ts';
import type { FigureOf } from '#test/attack/trend-figure.ts';

const level = new RegExp(
  `There were (?:at least |around )?(${tripsPattern})(?= )[^.]*? in the week to (${datePattern})`,
  'gu',
);
const levelThen = new RegExp(`There were (${tripsPattern}) trips in that week`, 'gu');
const means = new RegExp(
  `around (${tripsPattern}) trips a week before and (${tripsPattern}) after`,
  'gu',
);
const years = new RegExp(
  `There were (${tripsPattern}) trips(?: a week on average)?, and (${tripsPattern}) a year before\\.`,
  'gu',
);
const average = new RegExp(
  `There were (${tripsPattern}) trips [^.]*? a week on average, in the (\\d+) weeks to (${datePattern})`,
  'gu',
);
const moved = /(rose|fell) by around (\d+)%/gu;
const differs = /around (\d+)% (higher|lower)/gu;
/** Said of a change that is none as rounded. */
const noChange =
  /were at the same level (?!as )|There was no change on average|were at the level of a year before/gu;
const atLevel = /trips were at the same level as before/gu;
const above = /around (\d+)% (above|below) the level/gu;

const signed = (size: string, way: string): number =>
  Number(size) * (['fell', 'lower', 'below'].includes(way) ? -1 : 1);

function levelsIn(text: string, { change }: TrendData, figure: FigureOf) {
  return [
    ...matches(text, level).map(([trips = '', end = '']) => ({
      ...figure([weekTo(end)]),
      trips: tripsIn(trips),
    })),
    ...matches(text, levelThen).map(([trips = '']) => ({
      ...figure(change?.afterWeeks?.slice(0, 1) ?? []),
      trips: tripsIn(trips),
    })),
    ...matches(text, average).map(([trips = '', count = '', end = '']) => ({
      ...figure(weeksUpTo(weekTo(end), Number(count))),
      trips: tripsIn(trips),
    })),
  ];
}

/** Words say means; which weeks they are of stands in the table and the data. */
function meansIn(text: string, { change }: TrendData, figure: FigureOf) {
  const yearsApart = matches(text, years).map(([after = '', before = '']) => [before, after]);
  return [...matches(text, means), ...yearsApart].flatMap(([before = '', after = '']) => [
    { ...figure(change?.beforeWeeks ?? []), trips: tripsIn(before) },
    { ...figure(change?.afterWeeks ?? []), trips: tripsIn(after) },
  ]);
}

function percentsIn(
  face: FaceName,
  text: string,
  { change, context }: TrendData,
  figure: FigureOf,
) {
  const against = (weeks: readonly string[] | undefined, percent: number): PercentStatement => ({
    face,
    form: 'change',
    percent,
    part: figure(change?.afterWeeks ?? []),
    base: figure(weeks ?? []),
  });
  return [
    ...matches(text, moved).map(([way = '', size = '']) =>
      against(change?.beforeWeeks, signed(size, way)),
    ),
    ...matches(text, differs).map(([size = '', way = '']) =>
      against(change?.beforeWeeks, signed(size, way)),
    ),
    ...matches(text, noChange).map(() => against(change?.beforeWeeks, 0)),
    ...matches(text, atLevel).map(() => against(context?.weeks, 0)),
    ...matches(text, above).map(([size = '', way = '']) =>
      against(context?.weeks, signed(size, way)),
    ),
  ];
}

/** Every figure of a trend that a text says. */
export function readTrendWords(
  face: FaceName,
  text: string,
  data: TrendData,
  figure: FigureOf,
): Told {
  const statements: readonly Statement[] = [
    ...levelsIn(text, data, figure),
    ...meansIn(text, data, figure),
  ].map((one) => ({ ...one, face }));
  return { statements, percents: percentsIn(face, text, data, figure) };
}
