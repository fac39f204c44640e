import { averageFacts, type AveragedUnknown, type Fact } from '#test/attack/average-facts.ts';
import { cellsBehind, type CellsBehind } from '#test/attack/cells-behind.ts';
import { checkPercent } from '#test/attack/check-percent.ts';
import { checkStatement } from '#test/attack/check-statement.ts';
import { factOf } from '#test/attack/fact-of.ts';
import { weeksFromDays } from '#test/attack/link-days.ts';
import type { Pool } from '#test/attack/pool.ts';
import { recover, type Recovered } from '#test/attack/recover.ts';
import type { Time } from '#test/attack/subject.ts';
import { isDrawn, type TrueCell, type Truth } from '#test/attack/truth.ts';

/**
 * What the pooled answers give away. Of `recovered` leaves and days, `differing` have a protected value that is not the raw one;
 * `averaged`: those of which two figures that differ in them alone, or more, tell. `checked`: figures; `percents`: percentages.
 */
export type Attack = {
  readonly recovered: number;
  readonly recoveredDays: number;
  readonly differing: number;
  readonly averaged: number;
  readonly checked: number;
  readonly percents: number;
  readonly problems: readonly string[];
};

/** Facts of one grain, by their week or day. */
type Facts = ReadonlyMap<string, readonly Fact[]>;

/** By week, or day, what each shown figure says of what an insider does not know. */
function factsOf({ figures }: Pool, grain: Time['grain'], behind: CellsBehind): Facts {
  const single = [...figures.values()].flatMap((told) => {
    const [date, ...more] = told.time.dates;
    if (told.time.grain !== grain || date === undefined || more.length > 0) return [];
    return typeof told.trips === 'string' ? [] : [{ date, fact: factOf(told, told.trips, behind) }];
  });
  const groups = Map.groupBy(single, ({ date }) => date);
  return new Map([...groups].map(([date, facts]) => [date, facts.map(({ fact }) => fact)]));
}

/** Adds what the recovered days say of weeks. */
function withDays(weeks: Facts, days: Recovered, truth: Truth, behind: CellsBehind): Facts {
  const linked = Map.groupBy(
    weeksFromDays(days, truth),
    ({ figure }) => figure.time.dates[0] ?? '',
  );
  return new Map(
    [...weeks].map(([week, facts]) => [
      week,
      [
        ...facts,
        ...(linked.get(week) ?? []).map(({ figure, trips }) => factOf(figure, trips, behind)),
      ],
    ]),
  );
}

/** What elimination and averaging find in the facts of one grain. */
function solve(facts: Facts) {
  const solved = [...facts.values()].map(recover);
  return {
    recovered: new Map(solved.flatMap((found) => [...(found ?? [])])),
    averaged: [...facts.values()].flatMap(averageFacts),
    contradictions: solved.filter((found) => found === undefined).length,
  };
}

function checkRecovered(cell: TrueCell | undefined, value: number): string | undefined {
  if (cell === undefined) return 'a leaf that nobody knows was recovered';
  const values = `recovered ${value}, protected ${cell.y}, raw ${cell.x}`;
  if (value !== cell.y) return `${cell.name}: ${values}`;
  return cell.sensitive && !isDrawn(value) ? `${cell.name}: ${values}: not 0 or b` : undefined;
}

/** Averaging may find no other figure than the protected one, and no spread: then more questions would tell no more. */
function checkAveraged(
  cell: TrueCell | undefined,
  { name, estimate, error, pairs }: AveragedUnknown,
): string | undefined {
  if (estimate === cell?.y && error === 0) return undefined;
  return `${name}: averaged over ${pairs} pairs ${estimate.toFixed(1)} ± ${error.toFixed(1)}, protected ${cell?.y}, raw ${cell?.x}`;
}

const present = (problems: readonly (string | undefined)[]): readonly string[] =>
  problems.filter((problem) => problem !== undefined);

/**
 * The pooled attack: elimination over all figures, those of days linked to those of weeks, and averaging over those that differ in one leaf,
 * by an insider who knows all that is not sensitive. `problems`: everything told or recovered that is not what was released, or may not be.
 */
export function attackPool(pool: Pool, truth: Truth): Attack {
  const behind = cellsBehind(truth);
  const byName = new Map<string, TrueCell>(
    [...truth.leaves, ...truth.days].map((cell) => [cell.name, cell]),
  );
  const days = solve(factsOf(pool, 'day', behind));
  const weeks = solve(withDays(factsOf(pool, 'week', behind), days.recovered, truth, behind));
  const found = [days, weeks];
  const recovered = found.flatMap((one) => [...one.recovered]);
  const averaged = found.flatMap((one) => one.averaged);
  const contradictions = days.contradictions + weeks.contradictions;
  return {
    recovered: weeks.recovered.size,
    recoveredDays: days.recovered.size,
    differing: [...weeks.recovered.keys()].filter((name) => {
      const cell = byName.get(name);
      return cell?.x !== cell?.y;
    }).length,
    averaged: averaged.length,
    checked: pool.figures.size,
    percents: pool.percents.size,
    problems: present([
      ...[...pool.figures.values()].map((one) => checkStatement(one, behind, truth.rounding)),
      ...[...pool.percents.values()].map((one) => checkPercent(one, behind)),
      ...recovered.map(([name, value]) => checkRecovered(byName.get(name), value)),
      ...averaged.map((one) => checkAveraged(byName.get(one.name), one)),
      contradictions === 0 ? undefined : 'figures of a week or day contradict the others',
    ]),
  };
}
