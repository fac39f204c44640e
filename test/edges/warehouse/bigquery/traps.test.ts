import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { areas } from '#queries/areas.ts';
import { errorBound } from '#queries/error-bound.ts';
import { queries } from '#queries/index.ts';
import { weeklyTrips } from '#queries/weekly-trips.ts';
import { openClient } from '#src/edges/warehouse/bigquery/open-client.ts';
import { dryRun, runJob } from '#src/edges/warehouse/bigquery/run-job.ts';
import { makeBigQueryWarehouse } from '#src/edges/warehouse/make-bigquery-warehouse.ts';
import { Fault } from '#src/fault.ts';
import type { Warehouse } from '#src/ports.ts';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import type { FakeJob } from '#test/support/bigquery/fake-bigquery.ts';
import { authOf } from '#test/support/bigquery/open-release-double.ts';
import { useReleaseDouble } from '#test/support/bigquery/use-release-double.ts';

const sqlFolder = join(import.meta.dirname, '../../../../queries');
const run = { deadlineMs: 20_000 };
const making = /^POST .jobs$/u;
const reading = /^GET .queries/u;
const never = new AbortController().signal;
const oneSql = { name: 'one', sql: 'SELECT 1 AS one', types: {}, params: {}, timeoutMs: 10_000 };

const faultOf = async (task: Promise<unknown>): Promise<Fault> => {
  const thrown: unknown = await task.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof Fault) return thrown;
  throw new Error('there was no fault', { cause: thrown });
};

whereInstalled("the traps of BigQuery's client", () => {
  const { open, tiny } = useReleaseDouble();
  let warehouses: Warehouse[] = [];
  const start = async () => {
    const { double, place } = await open();
    const options = { place, releaseNumber: 7, queries, sqlFolder, auth: authOf() };
    const warehouse = await makeBigQueryWarehouse(options);
    warehouses.push(warehouse);
    const before = double.jobs().length;
    return { double, place, warehouse, made: () => double.jobs().slice(before) };
  };
  afterEach(async () => {
    vi.unstubAllEnvs();
    await Promise.all(warehouses.map((warehouse) => warehouse.close()));
    warehouses = [];
  });

  test('1: a server that never answers costs no more than the deadline', async () => {
    const { double, warehouse, made } = await start();
    double.fail({ fault: 'hangAfter', on: making });
    const asked = performance.now();
    const fault = await faultOf(warehouse.run(areas, {}, { deadlineMs: 300 }));
    expect(fault).toMatchObject({ code: 'deadline', retryable: true });
    expect(performance.now() - asked).toBeLessThan(3000);
    await vi.waitFor(() => expect(made()).toMatchObject([{ cancelled: true }]));
  });

  test('1: one request that is never answered is given up and sent again', async () => {
    const { double, place } = await start();
    const client = openClient(place, authOf(), 200);
    double.fail({ fault: 'hang', on: making });
    double.fail({ fault: 'hang', on: reading });
    const { rows } = await runJob(client, place, oneSql, never);
    expect(rows).toEqual([{ one: 1 }]);
  });

  test('2: no question goes to a project that is not named', async () => {
    const { double, place } = await start();
    vi.stubEnv('GOOGLE_CLOUD_PROJECT', '');
    expect(() => openClient({ ...place, project: '' }, authOf())).toThrow(
      expect.objectContaining({ name: 'ConfigFault', code: 'noProject' }),
    );
    expect(double.calls().length).toBeGreaterThan(0);
    expect(JSON.stringify(double.calls())).not.toContain('%7B');
  });

  test.each([
    'rateLimitExceeded',
    'tooManyRequests',
    'unavailable',
    'unavailablePage',
    'reset',
  ] as const)(
    '3: a question survives %s, once as it is made and once as it is read',
    async (fault) => {
      const { double, warehouse } = await start();
      double.fail({ fault, on: making });
      double.fail({ fault, on: reading });
      expect((await warehouse.run(areas, {}, run)).rows).toEqual(tiny().areas);
    },
  );

  test('4: a number too large to hold exactly is refused, and not rounded', async () => {
    const { double, warehouse } = await start();
    const leaf = { release_number: 7, week: '2021-01-04', origin: 'ARD-N1', mode: 'bus' };
    const ends = { destination: 'ARD-S3', status: 'exact' };
    double.setRows('mobility_protected.leaf_weekly', [
      { ...leaf, ...ends, trips: Number.MAX_SAFE_INTEGER },
      { ...leaf, ...ends, trips: 2 },
    ]);
    const week = { from: '2021-01-04', until: '2021-01-04' };
    const asked = { origins: ['*'], destinations: ['ARD-S3'], modes: ['bus'], ...week };
    expect(await faultOf(warehouse.run(weeklyTrips, asked, run))).toMatchObject({
      code: 'badNumber',
    });
  });

  test('5: a job whose making was answered by nobody is found by its name, and not made twice', async () => {
    const { double, warehouse, made } = await start();
    double.fail({ fault: 'resetAfter', on: making });
    const { rows, provenance } = await warehouse.run(areas, {}, run);
    expect(rows).toEqual(tiny().areas);
    expect(made()).toMatchObject([{ id: provenance.job?.id, state: 'DONE' }]);
  });

  test.each(['deadline', 'caller', 'closed'])(
    '5: a question that ends early cancels its job: %s',
    async (why) => {
      const { double, warehouse, made } = await start();
      double.slow({ ms: 60_000, times: 1 });
      const leaving = new AbortController();
      const deadlineMs = why === 'deadline' ? 400 : 20_000;
      const asked = warehouse.run(areas, {}, { deadlineMs, signal: leaving.signal });
      const ended = faultOf(asked);
      await vi.waitFor(() => expect(made()).toHaveLength(1));
      if (why === 'caller') leaving.abort();
      if (why === 'closed') void warehouse.close();
      expect((await ended).name).toBe('WarehouseFault');
      await vi.waitFor(() =>
        expect(made()).toMatchObject([
          { cancelled: true, state: 'DONE' },
        ] satisfies Partial<FakeJob>[]),
      );
    },
  );

  test('6: a job that takes its time is waited for, and not asked after without end', async () => {
    const { double, warehouse } = await start();
    double.slow({ ms: 1500, times: 1 });
    const before = double.calls().length;
    expect((await warehouse.run(areas, {}, run)).rows).toEqual(tiny().areas);
    const asked = double.calls().slice(before);
    expect(asked.filter(({ path }) => path.startsWith('/queries/')).length).toBeLessThan(3);
  });

  test('7: a list without members has its type, as one of ten thousand has', async () => {
    const { place, warehouse } = await start();
    const client = openClient(place, authOf());
    const sql = 'SELECT COUNT(*) AS n FROM UNNEST(@names) AS name';
    const types = { names: 'ARRAY<STRING>' } as const;
    const count = async (names: readonly string[]) =>
      (await runJob(client, place, { ...oneSql, sql, types, params: { names } }, never)).rows;
    expect(await count([])).toEqual([{ n: 0 }]);
    const many = Array.from({ length: 10_000 }, (_, index) => `NOWHERE-${index}`);
    expect(await count(many)).toEqual([{ n: 10_000 }]);
    const asked = { destinations: ['ARD', ...many.slice(0, 200)], modes: ['bus', 'rail'] };
    expect((await warehouse.run(errorBound, asked, run)).rows).toEqual([{ bound: 80, columns: 2 }]);
  });

  test('8: an environment that would send questions elsewhere is refused', async () => {
    const { place } = await start();
    vi.stubEnv('BIGQUERY_EMULATOR_HOST', '127.0.0.1:9050');
    expect(() => openClient(place, authOf())).toThrow(
      expect.objectContaining({ name: 'ConfigFault', code: 'emulator' }),
    );
  });

  test.each(['unavailablePage', 'accessDenied', 'invalidQuery'] as const)(
    '8: nothing of what Google says, and no credential, is in the fault: %s',
    async (fault) => {
      const { double, warehouse, made } = await start();
      double.fail({ fault, on: making, times: 10 });
      const said = await faultOf(warehouse.run(areas, {}, run));
      await sleep(0);
      expect(made()).toHaveLength(0);
      const told = JSON.stringify([said.message, said.stack, said.cause ?? '']);
      expect(told).not.toMatch(/DOCTYPE|token-b|Syntax error|Permission|SELECT/u);
      expect(said.message).toMatch(/job mobility_areas_[0-9a-f-]{36}/u);
    },
  );

  test('every job says what it is for, how much it may cost and where, and its dry run costs nothing', async () => {
    const { double, place, warehouse, made } = await start();
    expect(double.jobs().filter((job) => job.dryRun)).toHaveLength(queries.length);
    const { provenance } = await warehouse.run(areas, {}, run);
    const [job] = made();
    expect(job).toMatchObject({
      id: provenance.job?.id,
      labels: { app: 'mobility', query: 'areas' },
      maximumBytesBilled: String(place.mostBytes),
      dryRun: false,
      parameters: { release_number: 7 },
    });
    expect(provenance.job).toMatchObject({ bytesBilled: 10 * 1024 * 1024, isCached: false });
    const again = await warehouse.run(areas, {}, run);
    expect(again.provenance.job).toMatchObject({ bytesBilled: 0, isCached: true });
    expect(await dryRun(openClient(place, authOf()), place, oneSql)).toBe(0);
  });
});
