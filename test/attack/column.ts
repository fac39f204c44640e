import type { IsoDate } from '#src/week.ts';
import type { Country } from '#test/attack/country.ts';
import { weekOf, type Figure } from '#test/attack/subject.ts';
import { figuresBetween } from '#test/attack/trend-figure.ts';

/** Trips that end in a place in a week, by a mode (absent: all), from a place (absent: anywhere): what an asker is after. */
export type Column = {
  readonly origin: string | undefined;
  readonly place: string;
  readonly mode: string | undefined;
  readonly week: IsoDate;
};

/** The question about a column, without a period. */
export function spellColumn({ origin, place, mode }: Column): string {
  const ends = origin === undefined ? `region:${place}` : `origin:${origin} destination:${place}`;
  return mode === undefined ? ends : `${ends} mode:${mode}`;
}

/** The figure of a column. */
export function figureOfColumn({ origin, place, mode, week }: Column, country: Country): Figure {
  const figure = figuresBetween(
    {
      origins: origin === undefined ? [] : [origin],
      destinations: [place],
      modes: mode === undefined ? [] : [mode],
    },
    country,
  );
  return { ...figure([week]), time: weekOf(week) };
}
