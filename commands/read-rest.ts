import { codesOf, modesOf } from '#commands/counted.ts';
import type { Desk } from '#commands/command.ts';
import { weeklyTrips } from '#queries/weekly-trips.ts';
import type { Area } from '#src/area.ts';
import type { TrendAsk } from '#src/grammar/ask.ts';
import { spokenName } from '#src/grammar/spoken-name.ts';
import type { Provenance } from '#src/ports.ts';
import { chainOf } from '#src/statistics/events-in-force.ts';
import { mostUnknownPercent } from '#src/statistics/trend/find-rest.ts';
import type { RestInput } from '#src/statistics/trend/trend-input.ts';
import type { IsoDate } from '#src/week.ts';

/** Mondays, both counted. */
export type Period = { readonly from: IsoDate; readonly until: IsoDate };

type Rows = RestInput['rows'];
type Read = {
  readonly rest: Omit<RestInput, 'larger'> | undefined;
  readonly provenance: readonly Provenance[];
};

/** The areas that hold what is folded out of a place: the rest of each area that it lies in. */
const restOf = (areas: readonly Area[]): readonly string[] =>
  areas.map(({ code }) => `elsewhere:${code}`);

const above = (places: readonly Area[], { vocabulary }: Desk): readonly Area[] => [
  ...new Set(places.flatMap((place) => chainOf(place, vocabulary.areas).slice(1))),
];

const totalOf = (rows: Rows): number => rows.reduce((sum, { trips }) => sum + trips, 0);

/** Whether so little of what may have started in a place is counted elsewhere that its trips can be told. */
export const isKnown = (rows: Rows, rest: Rows): boolean =>
  100 * totalOf(rest) <= mostUnknownPercent * (totalOf(rows) + totalOf(rest));

const readFrom = (origins: readonly string[], ask: TrendAsk, period: Period, desk: Desk) =>
  desk.warehouse.run(
    weeklyTrips,
    { origins, destinations: codesOf(ask.destinations), modes: modesOf(ask, desk), ...period },
    desk,
  );

/** The nearest place around the first origin of which enough is known over the whole period, as sentences name it. From the top to a place is all that ends there. */
export async function findWider(
  ask: TrendAsk,
  period: Period,
  desk: Desk,
): Promise<string | undefined> {
  for (const place of above(ask.origins.slice(0, 1), desk)) {
    const rest = restOf(above([place], desk));
    if (rest.length === 0)
      return ask.destinations.length > 0 ? undefined : spokenName(place, desk.vocabulary);
    const [known, unknown] = await Promise.all([
      readFrom([place.code], ask, period, desk),
      readFrom(rest, ask, period, desk),
    ]);
    if (isKnown(known.rows, unknown.rows)) return spokenName(place, desk.vocabulary);
  }
  return undefined;
}

/** "elsewhere in England or the United Kingdom"; of more areas, the nearest. */
function nameRest(origins: readonly Area[], desk: Desk): string {
  const around = above(origins, desk);
  const nearest = around.filter(({ code }) => origins.some(({ parent }) => parent === code));
  const said = (areas: readonly Area[]) =>
    areas.map((area) => spokenName(area, desk.vocabulary)).join(' or ');
  if (around.length <= 2) return `elsewhere in ${said(around)}`;
  return nearest.length === 1
    ? `elsewhere in ${said(nearest)} or a larger area`
    : 'elsewhere in the areas around them';
}

/** What may have started in the places asked about and is counted elsewhere; nothing where they lie in no other, or anywhere is asked about. */
export async function readRest(ask: TrendAsk, period: Period, desk: Desk): Promise<Read> {
  const around = above(ask.origins, desk);
  if (around.length === 0) return { rest: undefined, provenance: [] };
  const { rows, provenance } = await readFrom(restOf(around), ask, period, desk);
  return { rest: { name: nameRest(ask.origins, desk), rows }, provenance: [provenance] };
}
