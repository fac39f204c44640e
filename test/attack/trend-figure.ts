import type { IsoDate } from '#src/week.ts';
import type { TrendAsked } from '#test/attack/asked.ts';
import { boundBetween } from '#test/attack/bounds.ts';
import { restsAround, type Country } from '#test/attack/country.ts';
import { inside, subjectOf, weeksOf, type Figure } from '#test/attack/subject.ts';

/** A figure of some weeks, or days, of one subject. */
export type FigureOf = (dates: readonly IsoDate[], grain?: 'week' | 'day') => Figure;

/** Between which places trips are counted, by codes; none is anywhere. */
type Ends = Pick<TrendAsked, 'origins' | 'destinations' | 'modes'>;

/** Figures of trips between places by some modes (none asked for is all). */
export function figuresBetween(ends: Ends, country: Country): FigureOf {
  const modes = ends.modes.length === 0 ? country.modes : ends.modes;
  const subject = subjectOf(inside(ends.origins), inside(ends.destinations), modes);
  const bound = boundBetween({ ...ends, modes }, country);
  return (dates, grain = 'week') => ({ subject, bound, time: { grain, dates } });
}

/** Of trips that may have started in the places, and are counted elsewhere around them: by themselves, and with those of the places. */
export function restFigures(
  { origins, destinations, modes: asked }: Ends,
  country: Country,
): Readonly<Record<'rest' | 'together', FigureOf>> {
  const modes = asked.length === 0 ? country.modes : asked;
  const rests = restsAround(origins, country);
  const bound = boundBetween({ origins, destinations, modes }, country);
  const figures =
    (areas: readonly string[]): FigureOf =>
    (weeks) => ({
      subject: subjectOf(inside(areas), inside(destinations), modes),
      bound,
      time: weeksOf(weeks),
    });
  return { rest: figures(rests), together: figures([...origins, ...rests]) };
}
