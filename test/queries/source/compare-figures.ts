import * as fc from 'fast-check';
import { expect } from 'vitest';
import type { Engine } from '#test/oracle/engine.ts';
import { mondayOf } from '#src/week.ts';
import { anyTrips } from '#test/queries/source/any-trips.ts';
import { askFigures } from '#test/queries/source/ask-figures.ts';
import { plainDays, plainLeaves } from '#test/queries/source/plain-figures.ts';
import { sourceOf } from '#test/queries/source/sound-source.ts';

type Figures = Awaited<ReturnType<typeof askFigures>>;

/** Fails unless an engine's figures of random trips are those of the plain computation, and days add up to weeks. Makes sure that the cases were not all easy. */
export async function compareFigures(engine: Engine, cases: number): Promise<void> {
  const seen = { ties: 0, dominated: 0, nameless: 0 };
  await fc.assert(
    fc.asyncProperty(anyTrips, async ({ trips, period }) => {
      const loaded = await engine.load(sourceOf({ trip: trips }));
      const figures = await askFigures(loaded, period);
      await loaded.close();
      expect(figures.leaves).toEqual(plainLeaves(trips, period));
      expect(figures.days).toEqual(plainDays(trips, period));
      expect(weeksOf(figures.days)).toEqual(weeksOf(figures.leaves));
      const { leaves } = figures;
      if (leaves.some(({ largest, second }) => largest > 1 && largest === second)) seen.ties += 1;
      if (leaves.some(({ second, largest }) => second > 0 && largest > 4 * second))
        seen.dominated += 1;
      if (leaves.some(({ devices }) => devices === 0)) seen.nameless += 1;
    }),
    { numRuns: cases, seed: 7 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(cases / 12);
}

/** Trips by destination and week. */
function weeksOf(rows: Figures['leaves'] | Figures['days']): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = `${row.destination} ${'week' in row ? row.week : mondayOf(row.date)}`;
    sums.set(key, (sums.get(key) ?? 0) + row.trips);
  }
  return new Map([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
