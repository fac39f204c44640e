import { lowerFirst } from '#src/summary/lower-first.ts';
import { weekdayNames } from '#src/statistics/compare/weekday-names.ts';
import type { Asked } from '#test/attack/asked.ts';
import { areaOf, type Country } from '#test/attack/country.ts';
import { onDay } from '#test/attack/on-day.ts';
import { figuresBetween, type FigureOf } from '#test/attack/trend-figure.ts';

/** What the rows of a comparison are. */
export type ComparedBy = 'place' | 'mode' | 'weekday';

type Compared = Exclude<Asked, { command: 'flows' }>;

/** The mode of a row, by its name as tables or sentences say it. */
export function modeNamed(name: string, { modes, modeLabels }: Country): string {
  const at = modeLabels.findIndex((label) => label === name || lowerFirst(label) === name);
  const mode = modes[at];
  if (mode === undefined) throw new Error(`no mode is called ${name}`);
  return mode;
}

/** The figures of weeks of one row, by its name as tables or sentences say it. */
export function figuresOfItem(
  by: ComparedBy,
  name: string,
  ask: Compared,
  country: Country,
): FigureOf {
  const { modes } = ask;
  if (ask.command === 'compare')
    return figuresBetween(
      { origins: [], destinations: [areaOf(name, country).code], modes },
      country,
    );
  if (by === 'mode') return figuresBetween({ ...ask, modes: [modeNamed(name, country)] }, country);
  const day = weekdayNames.find((one) => one === name || `${one}s` === name);
  if (day === undefined) throw new Error(`no day is called ${name}`);
  const figure = figuresBetween(ask, country);
  return (weeks) => figure(onDay(weeks, day), 'day');
}
