import type { FlowsAsked } from '#test/attack/asked.ts';
import { drawnBetween } from '#test/attack/bounds.ts';
import { areaOf, isElsewhere, restsAround, type Country } from '#test/attack/country.ts';
import type { Side } from '#test/attack/subject.ts';

/** One other end of flows into or out of a place: a larger area is taken without the place, and without what may hide trips of it. `bound`: E of one week of it. */
export type FlowEnd = { readonly code: string; readonly side: Side; readonly bound: number };

/** The ends of flows into or out of one place, worked out from what everybody knows. `loose`: areas at the foot that no end holds. */
export type FlowEnds = {
  readonly place: string;
  readonly ends: readonly FlowEnd[];
  readonly loose: readonly FlowEnd[];
  readonly within: number;
  readonly total: number;
};

/** Whether one area is another, or lies in it. */
const liesIn = (one: string, other: string, { within }: Country): boolean =>
  within.get(other)?.has(one) ?? false;

const modesOf = ({ modes }: FlowsAsked, country: Country): readonly string[] =>
  modes.length === 0 ? country.modes : modes;

/** E of one week between the place and another area, in the way that was asked. */
function boundWith(other: string | undefined, place: string, ask: FlowsAsked, country: Country) {
  const [here, there] = [[place], other === undefined ? [] : [other]];
  const [origins, destinations] = ask.way === 'into' ? [there, here] : [here, there];
  return drawnBetween({ origins, destinations, modes: modesOf(ask, country) }, country);
}

/** E of one week of all that ends in the place, as published, or starts there. */
function totalBound(place: string, ask: FlowsAsked, country: Country): number {
  if (ask.way === 'outOf') return boundWith(undefined, place, ask, country);
  return modesOf(ask, country).reduce(
    (sum, mode) => sum + (country.bounds.get(`${place} ${mode}`) ?? 0),
    0,
  );
}

const isFoot = (code: string, { places }: Country): boolean =>
  places.every(({ parent }) => parent !== code);

/** The other ends of flows into or out of the place asked about. Where all parts are at the foot, the "elsewhere" areas are ends too. */
export function flowEnds(ask: FlowsAsked, country: Country): FlowEnds {
  const place = ask.place?.code ?? '';
  const total = totalBound(place, ask, country);
  const parts = ask.parts.filter((part) => !liesIn(part, place, country));
  const hiding = restsAround([place], country).filter((rest) =>
    country.areas.some(({ code }) => code === rest),
  );
  const boundOf = (code: string): number =>
    total === 0 ? 0 : boundWith(code, place, ask, country);
  const endOf = (code: string): FlowEnd => {
    const holdsPlace = liesIn(place, code, country);
    const own = hiding.filter((rest) => holdsPlace && liesIn(rest, code, country));
    const without = [place, ...own];
    const bounds = [code, ...(holdsPlace ? without : [])].map(boundOf);
    return {
      code,
      side: { within: [code], without },
      bound: bounds.reduce((sum, bound) => sum + bound, 0),
    };
  };
  const uncovered = country.areas.filter(
    ({ code }) =>
      isFoot(code, country) &&
      (hiding.includes(code) || ![place, ...parts].some((one) => liesIn(code, one, country))),
  );
  const areEnds = parts.every((part) => isFoot(part, country));
  const own = uncovered.filter((area) => areEnds && isElsewhere(area));
  return {
    place,
    ends: [...parts, ...own.map(({ code }) => code)].map(endOf),
    loose: uncovered.filter((area) => !own.includes(area)).map(({ code }) => endOf(code)),
    within: boundOf(place),
    total,
  };
}

/** The code of an end by its name in tables, sentences or charts: "Rest of Arden", "elsewhere in Arden". */
export function endNamed(name: string, country: Country): string {
  const [, rest, elsewhere] = /^(?:(?:the )?rest of (.+)|elsewhere in (.+))$/iu.exec(name) ?? [];
  return elsewhere === undefined
    ? areaOf(rest ?? name, country).code
    : `elsewhere:${areaOf(elsewhere, country).code}`;
}
