import { join } from 'node:path';
import { contractChecks, type RuleResult } from '#queries/contract/index.ts';
import { readRegisteredQueries } from '#src/edges/warehouse/registered-query.ts';
import type { Question } from '#test/oracle/engine.ts';
import { plantedAreas, plantedModes } from '#test/queries/source/planted-areas.ts';
import { plantedEvents } from '#test/queries/source/planted-events.ts';
import { plantedLoads } from '#test/queries/source/planted-loads.ts';
import { plantedTrips, plantedWeeks } from '#test/queries/source/planted-trips.ts';
import type { Planted } from '#test/queries/source/planted.ts';
import { today } from '#test/queries/source/sound-source.ts';

/** Everything that can be wrong. */
export const allPlanted: readonly Planted[] = [
  ...plantedTrips,
  ...plantedWeeks,
  ...plantedAreas,
  ...plantedModes,
  ...plantedEvents,
  ...plantedLoads,
];

const folder = join(import.meta.dirname, '../../../queries/contract');
const registered = await readRegisteredQueries(contractChecks, folder);

/** A check as an engine is asked it, on `today`, with 10 days agreed and no release before. */
export function questionOf(check: string, params: Planted['params'] = {}): Question {
  const found = registered.find(({ query }) => query.id === check);
  if (found === undefined) throw new Error(`there is no check ${check}`);
  const { query, sql } = found;
  const all: Question['params'] = { today, seen_revision: 0, max_age_days: 10, ...params };
  const own = Object.fromEntries(
    Object.entries(all).filter(([name]) => query.types[name] !== undefined),
  );
  query.params.parse(own);
  return { sql, types: query.types, params: own };
}

/** The rules that rows of a check say are broken. Throws where a row breaks the checks' contract. */
export function brokenRules(check: string, rows: readonly unknown[]): Planted['broken'] {
  return Object.fromEntries(
    resultsOf(check, rows).flatMap(({ rule, broken }) => (broken === 0 ? [] : [[rule, broken]])),
  );
}

/** The rows of a check as its contract reads them. */
export function resultsOf(check: string, rows: readonly unknown[]): readonly RuleResult[] {
  const found = contractChecks.find(({ id }) => id === check);
  if (found === undefined) throw new Error(`there is no check ${check}`);
  return rows.map((row) => found.row.parse(row));
}
