import { z } from 'zod';
import { addDays } from '#src/week.ts';
import type { Query } from '#src/ports.ts';
import { between, pick } from '#test/attack/seeded.ts';
import type { Dataset } from '#test/oracle/data/dataset.ts';
import { firstWeek, modeNames } from '#test/oracle/data/random-release.ts';
import type { ParameterValue } from '#test/oracle/evaluator/wire.ts';

type Maker = (rng: () => number, dataset: Dataset) => ParameterValue;

/** Codes of areas, of none, `*` for anywhere; some stand twice. */
const places: Maker = (rng, { tables }) => {
  const codes = (tables['area'] ?? []).map(({ code }) => String(code));
  const some = someOf(rng, ['K', ...codes, 'nowhere']);
  return rng() < 0.25 ? ['*', ...some] : some;
};

/** How the values of a parameter are made, by its name: a new query needs a line here only where it brings a new name. */
const makers: Readonly<Record<string, Maker>> = {
  areas: places,
  destinations: places,
  origins: places,
  places,
  modes: (rng) => someOf(rng, [...modeNames, 'BUS']),
  from: (rng) => addDays(firstWeek, between(rng, -7, 20)),
  until: (rng) => addDays(firstWeek, between(rng, 0, 50)),
};

/** Parameters that keep a query's contract. Throws by name where there is no generator, so that a new query cannot be forgotten. */
export function makeRandomParameters(
  rng: () => number,
  query: Query,
  dataset: Dataset,
): Readonly<Record<string, ParameterValue>> {
  const made = Object.fromEntries(
    Object.keys(query.types).map((name) => {
      const make = makers[name];
      if (make === undefined)
        throw new Error(`${query.id}: no generator for the parameter ${name}`);
      return [name, make(rng, dataset)];
    }),
  );
  return z
    .record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))
    .parse(query.params.parse(made));
}

function someOf(rng: () => number, list: readonly string[]): readonly string[] {
  return Array.from({ length: between(rng, 1, 4) }, () => pick(rng, list));
}
