import { BigQuery, type BigQueryOptions } from '@google-cloud/bigquery';
import { OAuth2Client } from 'google-auth-library';
import { afterEach, expect, test, vi } from 'vitest';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { askOf } from './ask-of.ts';
import { connectClient, refusalOf, useDoubles } from './open-double.ts';

whereInstalled('what the real client does that must be known', () => {
  const open = useDoubles();
  afterEach(() => vi.unstubAllEnvs());

  test('a client that has its project from the environment sends its placeholder', async () => {
    vi.stubEnv('GOOGLE_CLOUD_PROJECT', 'mobility-test');
    const double = await open();
    const authClient = new OAuth2Client();
    authClient.setCredentials({ access_token: 'token-b', expiry_date: Number.MAX_SAFE_INTEGER });
    const client = new BigQuery({
      location: 'europe-west2',
      apiEndpoint: double.url,
      authClient,
      retryOptions: { autoRetry: false },
    });
    const refusal = await refusalOf(client.createQueryJob(askOf('SELECT 1 AS n')));
    expect(refusal).toMatchObject({ code: 400, reason: 'invalid' });
    expect(refusal.message).toContain("Invalid project ID '{{projectId}}'");
  });

  test('a whole number beyond 2^53 is another one after decoding, and whole as text', async () => {
    const client = connectClient(await open());
    const [job] = await client.createQueryJob(askOf('SELECT 9007199254740993 AS n'));
    const [[row]] = await job.getQueryResults();
    expect(row).toEqual({ n: 9007199254740992 });
    const [rows] = await job.getQueryResults({ skipParsing: true });
    expect(rows).toEqual([{ f: [{ v: '9007199254740993' }] }]);
  });

  test('a job that is not done is asked for again at once, so the server must wait', async () => {
    const double = await open();
    double.slow({ ms: 150 });
    const [job] = await connectClient(double).createQueryJob(askOf('SELECT 1 AS n'));
    const [rows] = await job.getQueryResults();
    expect(rows).toEqual([{ n: 1 }]);
    expect(double.calls().filter(({ path }) => path.startsWith('/queries'))).toHaveLength(1);
  });

  test('a time limit on the rows ends the wait and not the job', async () => {
    const double = await open();
    double.slow({ ms: 60_000 });
    const [job] = await connectClient(double).createQueryJob(askOf('SELECT 1 AS n'));
    const refusal = await refusalOf(job.getQueryResults({ timeoutMs: 20 }));
    expect(refusal.message).toBe('The query did not complete before 20ms');
    expect(double.jobs()).toMatchObject([{ state: 'RUNNING' }]);
  });

  test('rateLimitExceeded under 403 is tried again only where the client is told to', async () => {
    const double = await open();
    const triesWith = async (retryOptions: BigQueryOptions['retryOptions']) => {
      const before = double.calls().length;
      double.fail({ fault: 'rateLimitExceeded', on: /^POST .jobs$/u });
      const client = connectClient(double, 'token-b', retryOptions);
      await client.createQueryJob(askOf('SELECT 1 AS n')).catch(() => undefined);
      return double.calls().length - before;
    };
    expect(await triesWith({ autoRetry: true })).toBe(1);
    expect(await triesWith({ autoRetry: true, retryableErrorFn: () => true })).toBe(2);
  });

  test('a date that is given as text loses its value on the way', async () => {
    const double = await open();
    const client = connectClient(double);
    const types = { day: 'DATE' };
    const lost = client.createQueryJob(
      askOf('SELECT @day AS day', { day: '2021-01-04' }, { types }),
    );
    expect((await refusalOf(lost)).message).toContain('parameter day needs');
    const [job] = await client.createQueryJob(
      askOf('SELECT @day AS day', { day: BigQuery.date('2021-01-04') }, { types }),
    );
    expect((await job.getQueryResults())[0]).toEqual([{ day: { value: '2021-01-04' } }]);
  });

  test('an empty list needs its type', async () => {
    const client = connectClient(await open());
    const sql = 'SELECT COUNT(*) AS n FROM UNNEST(@names) AS name';
    await expect(client.createQueryJob({ query: sql, params: { names: [] } })).rejects.toThrow(
      'type',
    );
    const [job] = await client.createQueryJob(askOf(sql, { names: [] }));
    expect((await job.getQueryResults())[0]).toEqual([{ n: 0 }]);
  });

  test('a page of HTML comes whole in the message', async () => {
    const double = await open();
    double.fail({ fault: 'unavailablePage', on: /^POST .jobs$/u });
    const refusal = await refusalOf(connectClient(double).createQueryJob(askOf('SELECT 1 AS n')));
    expect(refusal.message).toContain('<!DOCTYPE html>');
  });
});
