import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { queries } from '#queries/index.ts';
import { areas } from '#queries/areas.ts';
import { areaAliases } from '#queries/area-aliases.ts';
import { calendar } from '#queries/calendar.ts';
import { dailyTrips } from '#queries/daily-trips.ts';
import { errorBound } from '#queries/error-bound.ts';
import { events } from '#queries/events.ts';
import { flows } from '#queries/flows.ts';
import { modes } from '#queries/modes.ts';
import { weeklyByMode } from '#queries/weekly-by-mode.ts';
import { weeklyByPlace } from '#queries/weekly-by-place.ts';
import { weeklyTrips } from '#queries/weekly-trips.ts';
import { Fault } from '#src/fault.ts';
import type { Warehouse } from '#src/ports.ts';
import { makeTinyRelease, type TinyRelease } from '#test/support/make-tiny-release.ts';
import { lineOf } from '#test/support/tiny-release/trips.ts';

const options = { deadlineMs: 20_000 };
const all = ['bus', 'rail'];

/** How many weeks the release has, and how many names are asked for at once. */
export type ContractSize = { readonly weeks: number; readonly names: number };

/** What every warehouse promises. `make` opens one over the tiny release, with all registered queries. `size`: less where its engine is slow. */
export function testWarehouse(
  name: string,
  make: (tiny: TinyRelease) => Promise<Warehouse>,
  { weeks, names }: ContractSize = { weeks: 72, names: 10_000 },
): void {
  describe(`the ${name} warehouse`, () => {
    let folder: string;
    let tiny: TinyRelease;
    let warehouse: Warehouse;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'warehouse-'));
      tiny = await makeTinyRelease(folder, { weeks });
      warehouse = await make(tiny);
    });
    afterAll(async () => {
      await warehouse.close();
      await rm(folder, { recursive: true });
    });

    const wholePeriod = () => ({
      from: tiny.release.firstDay,
      until: tiny.weeks.at(-1) ?? tiny.release.firstDay,
    });
    const weekly = async (destinations: readonly string[], wanted = all, period = wholePeriod()) =>
      (
        await warehouse.run(
          weeklyTrips,
          { origins: ['*'], destinations, modes: wanted, ...period },
          options,
        )
      ).rows;
    const faultOf = (task: Promise<unknown>) =>
      task.then(
        () => undefined,
        (error: unknown) => (error instanceof Fault ? error : undefined),
      );

    /** The weekly rows worked out from what was written. */
    function expected(destinations: readonly string[], wanted = all) {
      const leaves = tiny.leaves.filter(
        ({ destination, mode }) =>
          wanted.includes(mode) && lineOf(destination).some((code) => destinations.includes(code)),
      );
      return [...Map.groupBy(leaves, ({ week }) => week)].map(([week, group]) => ({
        week,
        trips: sum(group),
        withheld: sum(group.filter(({ status }) => status === 'sensitive')),
        leaves: group.length,
      }));
    }

    test('says which release it answers from', () => {
      expect(warehouse.release).toEqual(tiny.release);
    });

    test('sums the trips that end in a district, a week at a time, withheld ones apart', async () => {
      const rows = await weekly(['ARD-S3']);
      expect(rows).toHaveLength(weeks);
      expect(rows.some(({ withheld }) => withheld > 0)).toBe(true);
      expect(rows).toEqual(expected(['ARD-S3']));
    });

    test('sums a region and a country over everything within them', async () => {
      expect(await weekly(['ARD-N'])).toEqual(expected(['ARD-N']));
      const country = await weekly(['ARD']);
      expect(country).toEqual(expected(['ARD']));
      expect(country.reduce((total, { leaves }) => total + leaves, 0)).toBe(tiny.leaves.length);
    });

    test('counts nothing twice where areas overlap or recur', async () => {
      const country = await weekly(['ARD']);
      expect(await weekly(['ARD', 'ARD-N', 'ARD-N1', 'ARD-N1'])).toEqual(country);
      expect(await weekly(['ARD-N', 'ARD-S', 'elsewhere:ARD'])).toEqual(country);
    });

    test('counts only the modes asked for', async () => {
      expect(await weekly(['ARD'], ['rail'])).toEqual(expected(['ARD'], ['rail']));
      expect(await weekly(['ARD'], ['rail', 'rail', 'boat'])).toEqual(expected(['ARD'], ['rail']));
    });

    test.each([
      ['one week', '2021-03-01', '2021-03-01', ['2021-03-01']],
      ['both ends', '2021-03-01', '2021-03-15', ['2021-03-01', '2021-03-08', '2021-03-15']],
      ['ends between Mondays', '2021-03-02', '2021-03-14', ['2021-03-08']],
      ['before the data', '2019-01-07', '2021-01-04', ['2021-01-04']],
      ['ends the wrong way round', '2021-03-15', '2021-03-01', []],
      ['after the data', '2030-01-07', '2031-01-06', []],
    ])('takes both ends of a period in: %s', async (_, from, until, weeks) => {
      const rows = await weekly(['ARD'], all, { from, until });
      expect(rows.map(({ week }) => week)).toEqual(weeks);
    });

    test('gives weeks in order and numbers as numbers', async () => {
      const rows = await weekly(['ARD']);
      expect(rows.map(({ week }) => week)).toEqual(tiny.weeks);
      for (const row of rows) expect(row.trips).toSatisfy(Number.isSafeInteger);
    });

    test('gives no rows where nothing matches', async () => {
      expect(await weekly(['NOWHERE'])).toEqual([]);
      expect(await weekly(['ARD'], ['boat'])).toEqual([]);
    });

    /** The leaves from one place to another, or anywhere where a place is not given. */
    const leavesBetween = (from: string | undefined, to: string | undefined) =>
      tiny.leaves.filter(
        ({ origin, destination }) =>
          (from === undefined || lineOf(origin).includes(from)) &&
          (to === undefined || lineOf(destination).includes(to)),
      );

    test('counts from origins to destinations, and from anywhere', async () => {
      const from = async (origins: readonly string[], destinations: readonly string[]) => {
        const params = { origins, destinations, modes: all, ...wholePeriod() };
        return sum((await warehouse.run(weeklyTrips, params, options)).rows);
      };
      expect(await from(['ARD-N'], ['ARD-S'])).toBe(sum(leavesBetween('ARD-N', 'ARD-S')));
      expect(await from(['ARD-N1', 'ARD-N'], ['*'])).toBe(sum(leavesBetween('ARD-N', undefined)));
      expect(await from(['*', 'ARD-N'], ['*'])).toBe(sum(tiny.leaves));
      expect(await from(['NOWHERE'], ['*'])).toBe(0);
    });

    test('tells modes apart, and gives none that was not asked for', async () => {
      const params = { origins: ['*'], destinations: ['ARD-S'], modes: ['rail'], ...wholePeriod() };
      const { rows } = await warehouse.run(weeklyByMode, params, options);
      const rail = leavesBetween(undefined, 'ARD-S').filter(({ mode }) => mode === 'rail');
      expect(new Set(rows.map(({ mode }) => mode))).toEqual(new Set(['rail']));
      expect(rows.map(({ week }) => week)).toEqual(tiny.weeks);
      expect(sum(rows)).toBe(sum(rail));
    });

    test('tells places apart, each with all that ends in it, though one lies in another', async () => {
      const params = { places: ['ARD-N1', 'ARD', 'ARD-N1'], modes: all, ...wholePeriod() };
      const { rows } = await warehouse.run(weeklyByPlace, params, options);
      const by = Map.groupBy(rows, ({ place }) => place);
      expect([...by.keys()]).toEqual(['ARD', 'ARD-N1']);
      expect(sum(by.get('ARD') ?? [])).toBe(sum(tiny.leaves));
      expect(sum(by.get('ARD-N1') ?? [])).toBe(sum(leavesBetween(undefined, 'ARD-N1')));
    });

    test('gives a flow for each pair of places, with anywhere as one more', async () => {
      const ends = ['ARD-N', 'ARD-S1', '*'];
      const params = { origins: ends, destinations: ends, modes: all, ...wholePeriod() };
      const { rows } = await warehouse.run(flows, params, options);
      const place = (end: string) => (end === '*' ? undefined : end);
      expect(rows).toHaveLength(9);
      for (const { origin, destination, trips, leaves } of rows) {
        const behind = leavesBetween(place(origin), place(destination));
        expect({ trips, leaves }).toEqual({ trips: sum(behind), leaves: behind.length });
      }
    });

    test('gives days that add up to their week', async () => {
      const period = { from: '2021-03-01', until: '2021-03-07' };
      const { rows } = await warehouse.run(
        dailyTrips,
        { destinations: ['ARD-S', 'ARD-S2'], ...period },
        options,
      );
      const [week] = await weekly(['ARD-S'], all, { from: '2021-03-01', until: '2021-03-01' });
      expect(rows).toHaveLength(7);
      expect(rows[0]?.date).toBe('2021-03-01');
      expect(sum(rows)).toBe(week?.trips);
    });

    test('gives the error bound of a place with all in it, added up over places and modes', async () => {
      const boundOf = async (destinations: string[], wanted: string[]) =>
        (await warehouse.run(errorBound, { destinations, modes: wanted }, options)).rows;
      expect(await boundOf(['ARD'], all)).toEqual([{ bound: 80, columns: 2 }]);
      expect(await boundOf(['ARD-N', 'ARD-N2'], ['bus'])).toEqual([{ bound: 80, columns: 2 }]);
      expect(await boundOf(['NOWHERE'], all)).toEqual([{ bound: 0, columns: 0 }]);
    });

    test('gives the words of the release', async () => {
      expect((await warehouse.run(areas, {}, options)).rows).toEqual(tiny.areas);
      expect((await warehouse.run(areaAliases, {}, options)).rows).toEqual(tiny.aliases);
      const declared = (await warehouse.run(modes, {}, options)).rows;
      expect(declared.map(({ value, label }) => ({ value, label }))).toEqual(tiny.modes);
      expect((await warehouse.run(events, {}, options)).rows).toEqual(tiny.events);
      expect(warehouse.release).toEqual(tiny.release);
    });

    test('gives the flags of an area and of all it lies in, each once', async () => {
      const period = { from: '2021-10-25', until: '2021-12-20' };
      const flags = async (line: readonly string[]) =>
        (await warehouse.run(calendar, { areas: line, ...period }, options)).rows;
      const both = [
        { week: '2021-10-25', kind: 'schoolHoliday', label: 'Half term' },
        { week: '2021-12-20', kind: 'christmas', label: 'Christmas' },
      ];
      expect(await flags(['ARD-N1', 'ARD-N', 'ARD'])).toEqual(both);
      expect(await flags(['ARD-N', 'ARD-S', 'ARD'])).toEqual(both);
      expect(await flags(['ARD'])).toEqual(both.slice(1));
    });

    test('says where an answer came from', async () => {
      const { provenance } = await warehouse.run(areas, {}, options);
      expect(provenance).toMatchObject({ queryId: 'areas' });
      expect(provenance.hash).toMatch(/^[0-9a-f]{12}$/u);
      expect(provenance.durationMs).toBeGreaterThanOrEqual(0);
      const other = await warehouse.run(modes, {}, options);
      expect(other.provenance.hash).not.toBe(provenance.hash);
    });

    test('runs no query that is not registered, whatever its id', async () => {
      for (const forged of [{ ...areas }, { ...areas, id: 'nope' }, { ...areas, id: '../x' }]) {
        const fault = await faultOf(warehouse.run(forged, {}, options));
        expect(fault).toMatchObject({ name: 'WarehouseFault', code: 'notRegistered' });
      }
    });

    test.each([
      ['a missing parameter', { destinations: ['ARD'] }],
      ['one too many', { destinations: ['ARD'], modes: ['bus'], sql: 'SECRET' }],
      ['a text for a list', { destinations: 'SECRET', modes: ['bus'] }],
      ['no area at all', { destinations: [], modes: ['bus'] }],
      ['nothing', undefined],
    ])(
      'refuses parameters that break the contract, without repeating them: %s',
      async (_, params) => {
        // The cast hides the mistake from the compiler: the test is of what happens when it is made.
        const fault = await faultOf(warehouse.run(errorBound, params as never, options));
        expect(fault).toMatchObject({ name: 'WarehouseFault', code: 'badParameters' });
        expect(String(fault)).not.toContain('SECRET');
      },
    );

    test.each(['2021-02-30', '1 March', "2021-03-01'; --", '', '20210301'])(
      'refuses %j for a date',
      async (from) => {
        const fault = await faultOf(weekly(['ARD'], all, { from, until: '2021-03-01' }));
        expect(fault).toMatchObject({ code: 'badParameters' });
        expect(fault?.message).toContain('from');
      },
    );

    test.each([
      ["'; DROP TABLE leaf_weekly; --"],
      ["ARD' OR '1'='1"],
      ['🚌'.repeat(40)],
      ['x'.repeat(10_240)],
      ['ARD\u0000'],
      ['\uD800'],
      ['$destinations'],
      ['%'],
      ['ard'],
      [''],
    ])('finds nothing under a hostile name (%#)', async (hostile) => {
      expect(await weekly([hostile])).toEqual([]);
      expect(await weekly(['ARD'], [hostile])).toEqual([]);
    });

    test(`takes ${names} names at once`, async () => {
      const nowhere = Array.from({ length: names }, (_, index) => `NOWHERE-${index}`);
      expect(await weekly([...nowhere, 'ARD-N'])).toEqual(expected(['ARD-N']));
    });

    test('ends at the deadline with a fault that may be tried again', async () => {
      const fault = await faultOf(warehouse.run(areas, {}, { deadlineMs: 0 }));
      expect(fault).toMatchObject({ name: 'WarehouseFault', code: 'deadline', retryable: true });
      expect(await weekly(['ARD'])).toHaveLength(weeks);
    });

    test('ends when the caller gives up, before or while it runs', async () => {
      const given = { ...options, signal: AbortSignal.abort() };
      expect(await faultOf(warehouse.run(areas, {}, given))).toMatchObject({ code: 'aborted' });
      const leaving = new AbortController();
      const running = faultOf(warehouse.run(areas, {}, { ...options, signal: leaving.signal }));
      leaving.abort(new Error('SECRET'));
      const fault = await running;
      expect(fault).toMatchObject({ name: 'WarehouseFault', code: 'aborted' });
      expect(String(fault)).not.toContain('SECRET');
    });

    test('answers many questions at once, each its own', async () => {
      const codes = tiny.areas.map(({ code }) => code);
      const asked = Array.from({ length: 30 }, (_, index) => codes[index % codes.length] ?? 'ARD');
      const answers = await Promise.all(asked.map((code) => weekly([code])));
      expect(answers).toEqual(asked.map((code) => expected([code])));
    });

    test('answers nothing after it is closed, which may be said twice', async () => {
      const second = await make(tiny);
      const cut = faultOf(second.run(areas, {}, options));
      await second.close();
      await second.close();
      expect((await cut)?.code ?? 'closed').toBe('closed');
      const fault = await faultOf(second.run(areas, {}, options));
      expect(fault).toMatchObject({ name: 'WarehouseFault', code: 'closed' });
    });

    test('was tested with every registered query', () => {
      const words = [areas, areaAliases, calendar, errorBound, events, modes];
      const trips = [dailyTrips, flows, weeklyByMode, weeklyByPlace, weeklyTrips];
      const ids = [...words, ...trips].map(({ id }) => id);
      expect(queries.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    });
  });
}

function sum(rows: readonly { readonly trips: number }[]): number {
  return rows.reduce((total, { trips }) => total + trips, 0);
}
