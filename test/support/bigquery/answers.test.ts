import { expect, test } from 'vitest';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { askOf } from './ask-of.ts';
import { connectClient, useDoubles } from './open-double.ts';

const weekly =
  'SELECT leaf.week AS week, SUM(leaf.trips) AS trips FROM (SELECT release_number, week, mode, trips FROM `mobility-test.released.leaf_weekly` WHERE release_number = @release_number) AS leaf WHERE leaf.mode IN UNNEST(@modes) GROUP BY leaf.week ORDER BY week';
const params = { release_number: 2, modes: ['bus', 'rail'] };

whereInstalled("what BigQuery's double answers", () => {
  const open = useDoubles();

  test('a query gives the rows that GoogleSQL gives, of one release', async () => {
    const double = await open();
    const [job] = await connectClient(double).createQueryJob(askOf(weekly, params));
    const [rows] = await job.getQueryResults();
    expect(rows).toEqual([
      { week: { value: '2021-01-04' }, trips: 120 },
      { week: { value: '2021-01-11' }, trips: 137 },
    ]);
  });

  test('every value comes as text or null, with its type as BigQuery names it', async () => {
    const double = await open();
    const sql =
      "SELECT release_number, share, live, note, DATE '2021-01-04' AS day FROM `mobility-test.released.data_status` ORDER BY release_number";
    const [job] = await connectClient(double).createQueryJob(askOf(sql));
    const [, , answer] = await job.getQueryResults({ autoPaginate: false, skipParsing: true });
    expect(answer).toMatchObject({
      jobComplete: true,
      totalRows: '2',
      cacheHit: false,
      totalBytesProcessed: String(2 * (8 + 8 + 1) + 2 + 2),
      schema: {
        fields: [
          { name: 'release_number', type: 'INTEGER', mode: 'NULLABLE' },
          { name: 'share', type: 'FLOAT', mode: 'NULLABLE' },
          { name: 'live', type: 'BOOLEAN', mode: 'NULLABLE' },
          { name: 'note', type: 'STRING', mode: 'NULLABLE' },
          { name: 'day', type: 'DATE', mode: 'NULLABLE' },
        ],
      },
      rows: [
        { f: [{ v: '1' }, { v: '0.25' }, { v: 'false' }, { v: null }, { v: '2021-01-04' }] },
        { f: [{ v: '2' }, { v: '1.0' }, { v: 'true' }, { v: 'é' }, { v: '2021-01-04' }] },
      ],
    });
  });

  test('the pages of an answer make the whole of it, each row once', async () => {
    const double = await open({ pageRows: 4 });
    const sql = 'SELECT n FROM UNNEST(GENERATE_ARRAY(1, 10)) AS n ORDER BY n';
    const [job] = await connectClient(double).createQueryJob(askOf(sql));
    const [rows] = await job.getQueryResults();
    expect(rows).toEqual(Array.from({ length: 10 }, (_, index) => ({ n: index + 1 })));
    expect(double.calls().filter(({ path }) => path.startsWith('/queries/'))).toHaveLength(3);
    const [few] = await job.getQueryResults({ maxResults: 3, autoPaginate: false });
    expect(few).toHaveLength(3);
  });

  test('an answer without rows is an empty list', async () => {
    const double = await open();
    const [job] = await connectClient(double).createQueryJob(askOf('SELECT 1 AS one LIMIT 0'));
    expect((await job.getQueryResults())[0]).toEqual([]);
  });

  test('a query that was asked before by the same account is not run again until a table changes', async () => {
    const double = await open();
    const ask = async (token: string, id: string) => {
      const [job] = await connectClient(double, token).createQueryJob(
        askOf(weekly, params, { jobId: id }),
      );
      await job.getQueryResults();
      return double.jobs().find((one) => one.id === id);
    };
    expect(await ask('token-b', 'first')).toMatchObject({
      cacheHit: false,
      bytes: 2 * 3 * 8 + 8 * 3 + 16,
    });
    expect(await ask('token-b', 'again')).toMatchObject({ cacheHit: true, bytes: 0 });
    expect(await ask('token-a', 'other')).toMatchObject({ cacheHit: false });
    double.setRows('released.leaf_weekly', []);
    expect(await ask('token-b', 'changed')).toMatchObject({ cacheHit: false, bytes: 0 });
  });

  test('a dry run says what would be read, and leaves no job and no answer', async () => {
    const double = await open();
    const client = connectClient(double);
    const [, answer] = await client.createQueryJob(
      askOf(weekly, params, { dryRun: true, jobId: 'dry' }),
    );
    expect(answer.statistics?.query).toMatchObject({
      totalBytesProcessed: String(3 * (8 + 8 + 8) + 5 + 5 + 6),
    });
    await expect(client.job('dry').getQueryResults()).rejects.toMatchObject({ code: 404 });
  });
});
