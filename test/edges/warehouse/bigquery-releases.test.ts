import { join } from 'node:path';
import { expect, test } from 'vitest';
import { areas } from '#queries/areas.ts';
import { queries } from '#queries/index.ts';
import { bigQueryReleases } from '#src/edges/warehouse/bigquery-releases.ts';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { authOf, statusRow } from '#test/support/bigquery/open-release-double.ts';
import { useReleaseDouble } from '#test/support/bigquery/use-release-double.ts';

const sqlFolder = join(import.meta.dirname, '../../../queries');
const status = 'mobility_protected.data_status';

whereInstalled('which release in BigQuery answers', () => {
  const { open, tiny } = useReleaseDouble();
  const start = async () => {
    const { double, place } = await open();
    const releases = bigQueryReleases({ place, queries, sqlFolder, auth: authOf() });
    return { double, releases };
  };

  test('the newest row of data_status says so, whatever their order; number 0 is none any more', async () => {
    const { double, releases } = await start();
    expect(await releases.current()).toEqual({ kind: 'live', name: '7' });
    double.setRows(status, [statusRow(9, 2), statusRow(7, 0), statusRow(8, 1)]);
    expect(await releases.current()).toEqual({ kind: 'live', name: '9' });
    double.setRows(status, [statusRow(9, 2), statusRow(0, 3)]);
    expect(await releases.current()).toEqual({ kind: 'withdrawn' });
    double.setRows(status, []);
    expect(await releases.current()).toEqual({ kind: 'none' });
  });

  test('as long as the table was not changed, a look costs nothing', async () => {
    const { double, releases } = await start();
    for (let looks = 0; looks < 5; looks += 1) await releases.current();
    expect(double.jobs().filter(({ dryRun }) => !dryRun)).toHaveLength(1);
    double.setRows(status, [statusRow(8, 1)]);
    for (let looks = 0; looks < 5; looks += 1) await releases.current();
    expect(double.jobs().filter(({ dryRun }) => !dryRun)).toHaveLength(2);
  });

  test('the live release is opened by its number, and one without rows is none', async () => {
    const { releases } = await start();
    const warehouse = await releases.open('7');
    const { rows } = await warehouse.run(areas, {}, { deadlineMs: 20_000 });
    expect(rows).toEqual(tiny().areas);
    await warehouse.close();
    await expect(releases.open('8')).rejects.toMatchObject({ code: 'unreadable' });
  });

  test.each([
    ['accessDenied', 'denied'],
    ['notFound', 'missing'],
    ['unavailablePage', 'unavailable'],
  ] as const)(
    'a look that fails with %s says so, and the next one looks again',
    async (fault, code) => {
      const { double, releases } = await start();
      double.fail({ fault, on: /^GET .datasets/u, times: 4 });
      await expect(releases.current()).rejects.toMatchObject({ name: 'WarehouseFault', code });
      double.fail({ fault: 'accessDenied', on: /^POST .jobs/u });
      for (let looks = 0; looks < 6; looks += 1) {
        const current = await releases.current().catch(() => undefined);
        if (current !== undefined) return expect(current).toEqual({ kind: 'live', name: '7' });
      }
      throw new Error('it never answered again');
    },
  );
});
