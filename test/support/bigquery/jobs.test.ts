import { expect, test } from 'vitest';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { askOf } from './ask-of.ts';
import { connectClient, useDoubles } from './open-double.ts';

whereInstalled("a job of BigQuery's double", () => {
  const open = useDoubles();

  test('a job that takes its time is waited for, and can be cancelled', async () => {
    const double = await open();
    double.slow({ ms: 60_000, sql: 'AS one' });
    const [job] = await connectClient(double).createQueryJob(
      askOf('SELECT 1 AS one', {}, { jobId: 'slow' }),
    );
    expect(double.jobs()).toMatchObject([{ id: 'slow', state: 'RUNNING' }]);
    const waiting = job.getQueryResults();
    const ended = expect(waiting).rejects.toMatchObject({ errors: [{ reason: 'stopped' }] });
    await job.cancel();
    await ended;
    expect(double.jobs()).toMatchObject([{ state: 'DONE', cancelled: true, reason: 'stopped' }]);
  });

  test('a job ends when its own time has passed', async () => {
    const double = await open();
    double.slow({ ms: 60_000 });
    const [job] = await connectClient(double).createQueryJob(
      askOf('SELECT 1 AS one', {}, { jobTimeoutMs: 20 }),
    );
    await expect(job.getQueryResults()).rejects.toMatchObject({
      errors: [{ reason: 'stopped' }],
    });
  });

  test('every call is kept with who made it, and every job with what it was told', async () => {
    const double = await open();
    const client = connectClient(double);
    const sql = 'SELECT @n AS n';
    const [job] = await client.createQueryJob(
      askOf(sql, { n: 5 }, { jobId: 'kept', labels: { query: 'weekly' } }),
    );
    await job.getQueryResults();
    await job.getMetadata();
    const about: unknown[] = await client.dataset('released').table('leaf_weekly').getMetadata();
    expect(about[0]).toMatchObject({ numRows: '4', requirePartitionFilter: true });
    expect(
      double.calls().map(({ method, path, account }) => `${account} ${method} ${path}`),
    ).toEqual([
      'bot POST /jobs',
      'bot GET /queries/kept',
      'bot GET /jobs/kept',
      'bot GET /datasets/released/tables/leaf_weekly',
    ]);
    expect(double.jobs()).toMatchObject([
      {
        id: 'kept',
        kind: 'query',
        account: 'bot',
        sql,
        parameters: { n: 5 },
        labels: { query: 'weekly' },
        maximumBytesBilled: '100000000',
        state: 'DONE',
      },
    ]);
  });
});
