import type { IsoDate } from '#src/week.ts';
import type { FlowsAsked } from '#test/attack/asked.ts';
import { drawnBetween } from '#test/attack/bounds.ts';
import { restsAround, type Country } from '#test/attack/country.ts';
import { flowEnds, type FlowEnd, type FlowEnds } from '#test/attack/flow-ends.ts';
import {
  anywhere,
  inside,
  subjectOf,
  weeksOf,
  type Figure,
  type Side,
} from '#test/attack/subject.ts';

/** What the numbers about one place are of. `others`, `rest`: what a list leaves after some of the ends, places together and the rest. */
export type RankedFigures = {
  readonly total: Figure;
  readonly within: Figure;
  readonly outside: Figure;
  readonly elsewhere: Figure;
  readonly around: Figure;
  readonly aroundAndKnown: Figure;
  readonly end: (code: string) => Figure;
  readonly others: (listed: readonly string[]) => Figure;
  readonly rest: (listed: readonly string[]) => Figure;
};

const isRest = ({ code }: FlowEnd): boolean => code.startsWith('elsewhere:');
const boundOf = (ends: readonly FlowEnd[]): number =>
  ends.reduce((sum, { bound }) => sum + bound, 0);
const codesOf = (ends: readonly FlowEnd[]): readonly string[] => ends.map(({ code }) => code);

/** Makes the figure of the trips between the place and a side. */
type Make = (side: Side, bound: number) => Figure;

function makerOf(ask: FlowsAsked, weeks: readonly IsoDate[], country: Country): Make {
  const modes = ask.modes.length === 0 ? country.modes : ask.modes;
  const here = inside([ask.place?.code ?? '']);
  return (side, bound) => ({
    subject: ask.way === 'into' ? subjectOf(side, here, modes) : subjectOf(here, side, modes),
    time: weeksOf(weeks),
    bound,
  });
}

/** What a list leaves after some of its ends: no further off than all trips outside the place and what was taken away. */
function leftFigures({ place, ends, loose, total, within }: FlowEnds, make: Make) {
  const leftBound = (parts: readonly FlowEnd[], listed: readonly string[]): number =>
    Math.min(
      boundOf(parts),
      total + within + boundOf(ends.filter(({ code }) => listed.includes(code))),
    );
  const left = (listed: readonly string[]) => ends.filter(({ code }) => !listed.includes(code));
  return {
    others: (listed: readonly string[]): Figure => {
      const parts = left(listed).filter((end) => !isRest(end));
      const without = [place, ...parts.flatMap(({ side }) => side.without)];
      return make({ within: codesOf(parts), without }, leftBound(parts, listed));
    },
    rest: (listed: readonly string[]): Figure => {
      const parts = [...left(listed).filter(isRest), ...loose];
      return make({ within: codesOf(parts), without: [place] }, leftBound(parts, listed));
    },
  };
}

/** Trips that may belong to the place and are counted elsewhere around it: by themselves, and with those known to be of the place. */
function aroundFigures(
  ask: FlowsAsked,
  weeks: readonly IsoDate[],
  { total }: FlowEnds,
  country: Country,
) {
  const place = ask.place?.code ?? '';
  const modes = ask.modes.length === 0 ? country.modes : ask.modes;
  const rests = restsAround([place], country);
  const destinations = ask.way === 'into' ? [place] : [];
  const drawn = rests.map((rest) =>
    drawnBetween({ origins: [rest], destinations, modes }, country),
  );
  const bound = total === 0 ? 0 : drawn.reduce((sum, one) => sum + one, 0);
  const figure = (origins: readonly string[]): Figure => ({
    subject: subjectOf(inside(origins), inside(destinations), modes),
    time: weeksOf(weeks),
    bound,
  });
  return { around: figure(rests), aroundAndKnown: figure([place, ...rests]) };
}

/** What the numbers about flows into or out of one place are of. */
export function rankedFigures(
  ask: FlowsAsked,
  weeks: readonly IsoDate[],
  country: Country,
): RankedFigures {
  const all = flowEnds(ask, country);
  const { place, ends, loose, total, within } = all;
  const make = makerOf(ask, weeks, country);
  const rests = [...ends.filter(isRest), ...loose];
  return {
    total: make(anywhere, total),
    within: make(inside([place]), within),
    outside: make({ within: ['*'], without: [place] }, total + within),
    elsewhere: make({ within: codesOf(rests), without: [place] }, boundOf(rests)),
    end: (code) => {
      const end = ends.find((one) => one.code === code);
      if (end === undefined) throw new Error(`${code} is no end of these flows`);
      return make(end.side, end.bound);
    },
    ...leftFigures(all, make),
    ...aroundFigures(ask, weeks, all, country),
  };
}
