import { expect, test } from 'vitest';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { askOf } from './ask-of.ts';
import { failingQueries } from './failing-queries.ts';
import { connectClient, refusalOf, useDoubles } from './open-double.ts';

const codes: Readonly<Record<string, number>> = { accessDenied: 403, notFound: 404 };

whereInstalled("a job of BigQuery's double that cannot be done", () => {
  const open = useDoubles();

  test.each(failingQueries)('$what: told with the job', async ({ ask, reason, says }) => {
    const double = await open();
    const client = connectClient(double);
    const task = client.createQueryJob({ ...ask }).then(([job]) => job.getQueryResults());
    const refusal = await refusalOf(task);
    expect(refusal.reason).toBe(reason);
    expect(refusal.message).toContain(says);
    const again = await refusalOf(client.job(ask.jobId ?? '').getQueryResults());
    expect(again).toMatchObject({ code: codes[reason] ?? 400, reason });
    expect(double.jobs()).toMatchObject([{ state: 'DONE', reason }]);
  });

  test('told when it has taken its time', async () => {
    const double = await open();
    double.slow({ ms: 20 });
    const [job] = await connectClient(double).createQueryJob(askOf('SELEC 1'));
    const refusal = await refusalOf(job.getQueryResults());
    expect(refusal).toMatchObject({ code: 400, reason: 'invalidQuery' });
  });

  test('a dry run is refused at once', async () => {
    const double = await open();
    const sql = 'CREATE TABLE `mobility-test.released.mine` AS SELECT 1 AS n';
    const refusal = await refusalOf(
      connectClient(double).createQueryJob(askOf(sql, {}, { dryRun: true })),
    );
    expect(refusal).toMatchObject({ code: 403, reason: 'accessDenied' });
  });

  test('whoever may create tables is not told that they may not', async () => {
    const double = await open();
    const sql = 'CREATE TABLE `mobility-test.released.mine` AS SELECT 1 AS n';
    const client = connectClient(double, 'token-a');
    const [, planned] = await client.createQueryJob(askOf(sql, {}, { dryRun: true }));
    expect(planned.statistics?.totalBytesProcessed).toBe('0');
    expect(await refusalOf(client.createQueryJob(askOf(sql)))).toMatchObject({
      reason: 'notImplemented',
    });
  });

  test('a dataset is shown to those who may read it', async () => {
    const double = await open();
    const client = connectClient(double);
    const found: readonly unknown[] = await client.dataset('released').getMetadata();
    expect(found[0]).toMatchObject({ location: 'europe-west2' });
    const refusal = await refusalOf(client.dataset('raw').getMetadata());
    expect(refusal).toMatchObject({ code: 403, reason: 'accessDenied' });
  });

  test('whoever may read a dataset is told that there is none', async () => {
    const double = await open({
      accounts: [{ name: 'bot', token: 'token-b', mayRead: ['absent'] }],
    });
    const sql = 'SELECT a FROM `mobility-test.absent.gone`';
    const refusal = await refusalOf(connectClient(double).createQueryJob(askOf(sql)));
    expect(refusal).toMatchObject({
      reason: 'notFound',
      message: 'Not found: Dataset mobility-test:absent was not found in location europe-west2',
    });
  });
});
