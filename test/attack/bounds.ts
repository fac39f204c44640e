import { flowBound } from '#src/disclosure/flow-bound.ts';
import { areaOf, type Country } from '#test/attack/country.ts';

/** E of one week between groups of areas: an empty group is anywhere. */
type Between = {
  readonly origins: readonly string[];
  readonly destinations: readonly string[];
  readonly modes: readonly string[];
};

const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);

/** Of what ends in places, as the release publishes it. */
const publishedBound = ({ destinations, modes }: Between, { bounds }: Country): number =>
  sum(destinations.flatMap((place) => modes.map((mode) => bounds.get(`${place} ${mode}`) ?? 0)));

/** The draw's bound of one week, between every origin and every destination. */
export function drawnBetween({ origins, destinations, modes }: Between, country: Country): number {
  const areaAt = (code: string | undefined) =>
    code === undefined ? undefined : areaOf(code, country);
  const [from, to] = [origins, destinations].map((side) =>
    side.length === 0 ? [undefined] : side,
  );
  const bases = (from ?? []).flatMap((origin) =>
    (to ?? []).map((end) => flowBound(areaAt(origin), areaAt(end), country.places)),
  );
  return sum(bases) * country.base * modes.length;
}

/** E of one week of trips from anywhere in some areas to anywhere in others: published for ends, else the draw's. Source: docs/policy.md, paragraphs 5 and 8. */
export const boundBetween = (between: Between, country: Country): number =>
  (between.origins.length === 0 ? publishedBound : drawnBetween)(between, country);
