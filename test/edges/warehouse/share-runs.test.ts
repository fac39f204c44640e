import { expect, test } from 'vitest';
import { z } from 'zod';
import { shareRuns } from '#src/edges/warehouse/share-runs.ts';
import { Fault } from '#src/fault.ts';
import type { Query, RunOptions, Warehouse } from '#src/ports.ts';

const query = (id: string): Query<{ readonly place: string }> => ({
  id,
  types: { place: 'STRING' },
  params: z.object({ place: z.string() }),
  row: z.unknown(),
});
const [trips, flows] = [query('trips'), query('flows')];
const options = { deadlineMs: 5000 };
const provenance = { engine: 'duckdb', queryId: 'trips', hash: '0', durationMs: 1 } as const;

/** A warehouse that answers when it is told to. `runs`: what it was asked. */
function makeSlow() {
  const runs: {
    readonly query: string;
    readonly params: unknown;
    readonly options: RunOptions;
    readonly ended: PromiseWithResolvers<unknown>;
  }[] = [];
  const inner = {
    run: async ({ id }: Query, params: unknown, given: RunOptions) => {
      const ended = Promise.withResolvers<unknown>();
      runs.push({ query: id, params, options: given, ended });
      return { rows: await ended.promise, provenance };
    },
    close: () => Promise.resolve(),
  };
  // `as`: nothing here asks what release it is.
  return { runs, warehouse: shareRuns(inner as unknown as Warehouse) };
}

test('the same asked at once is run once, and everybody has its rows', async () => {
  const { runs, warehouse } = makeSlow();
  const all = [1, 2, 3].map(() => warehouse.run(trips, { place: 'A' }, options));
  expect(runs).toHaveLength(1);
  runs[0]?.ended.resolve(['a row']);
  for (const found of await Promise.all(all)) expect(found.rows).toEqual(['a row']);
});

test('another query, other parameters and a later question are runs of their own', async () => {
  const { runs, warehouse } = makeSlow();
  const first = warehouse.run(trips, { place: 'A' }, options);
  const others = [
    warehouse.run(trips, { place: 'B' }, options),
    warehouse.run(flows, { place: 'A' }, options),
    // Only looks like it.
    warehouse.run({ ...trips }, { place: 'A' }, options),
  ];
  expect(runs).toHaveLength(4);
  for (const { ended } of runs) ended.resolve([]);
  await Promise.all([first, ...others]);
  const later = warehouse.run(trips, { place: 'A' }, options);
  expect(runs).toHaveLength(5);
  runs[4]?.ended.resolve(['newer']);
  expect((await later).rows).toEqual(['newer']);
});

test('a fault is everybody’s, and is not kept', async () => {
  const { runs, warehouse } = makeSlow();
  const all = [1, 2].map(() => warehouse.run(trips, { place: 'A' }, options));
  runs[0]?.ended.reject(new Fault('WarehouseFault', 'unavailable', 'away'));
  for (const each of all) await expect(each).rejects.toMatchObject({ code: 'unavailable' });
  void warehouse.run(trips, { place: 'A' }, options);
  expect(runs).toHaveLength(2);
  runs[1]?.ended.resolve([]);
});

test('who gives up leaves the others waiting; the last who does ends the run', async () => {
  const { runs, warehouse } = makeSlow();
  const giveUp = new AbortController();
  const impatient = warehouse.run(trips, { place: 'A' }, { ...options, signal: giveUp.signal });
  const short = warehouse.run(trips, { place: 'A' }, { deadlineMs: 20 });
  giveUp.abort();
  await expect(impatient).rejects.toMatchObject({ code: 'aborted' });
  expect(runs[0]?.options.signal?.aborted).toBe(false);
  // It is still under way, so whoever comes joins it.
  const joined = warehouse.run(trips, { place: 'A' }, { deadlineMs: 20 });
  expect(runs).toHaveLength(1);
  await expect(short).rejects.toMatchObject({ code: 'deadline' });
  await expect(joined).rejects.toMatchObject({ code: 'deadline' });
  expect(runs[0]?.options.signal?.aborted).toBe(true);
});

test('whoever has no time left runs nothing for others', async () => {
  const { runs, warehouse } = makeSlow();
  const late = warehouse.run(trips, { place: 'A' }, { deadlineMs: 0 });
  await expect(late).rejects.toMatchObject({ code: 'deadline' });
  runs[0]?.ended.reject(new Error('broken'));
  const next = warehouse.run(trips, { place: 'A' }, options);
  runs.at(-1)?.ended.resolve(['a row']);
  expect((await next).rows).toEqual(['a row']);
});
