import { expect, test } from 'vitest';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { askOf } from './ask-of.ts';
import type { FaultName } from './fault-queue.ts';
import { connectClient, refusalOf, useDoubles } from './open-double.ts';

const making = /^POST .jobs$/u;
const ask = askOf('SELECT 1 AS one');

/** What the client's error says of each fault. */
const told: readonly {
  readonly fault: FaultName;
  readonly code: unknown;
  readonly reason: string | undefined;
}[] = [
  { fault: 'invalidQuery', code: 400, reason: 'invalidQuery' },
  { fault: 'accessDenied', code: 403, reason: 'accessDenied' },
  { fault: 'quotaExceeded', code: 403, reason: 'quotaExceeded' },
  { fault: 'rateLimitExceeded', code: 403, reason: 'rateLimitExceeded' },
  { fault: 'notFound', code: 404, reason: 'notFound' },
  { fault: 'duplicate', code: 409, reason: 'duplicate' },
  { fault: 'tooManyRequests', code: 429, reason: 'rateLimitExceeded' },
  { fault: 'unavailable', code: 503, reason: 'backendError' },
  { fault: 'unavailablePage', code: 503, reason: undefined },
  { fault: 'reset', code: 'ECONNRESET', reason: undefined },
  { fault: 'jobBackendError', code: undefined, reason: 'backendError' },
  { fault: 'jobInternalError', code: undefined, reason: 'jobInternalError' },
  { fault: 'jobRateLimitExceeded', code: undefined, reason: 'jobRateLimitExceeded' },
  { fault: 'jobResourcesExceeded', code: undefined, reason: 'resourcesExceeded' },
];

whereInstalled("a fault of BigQuery's double", () => {
  const open = useDoubles();

  test.each(told)('$fault comes out of the real client, once', async ({ fault, code, reason }) => {
    const double = await open();
    const client = connectClient(double);
    double.fail({ fault, on: making });
    expect(await refusalOf(client.createQueryJob(ask))).toMatchObject({ code, reason });
    const [job] = await client.createQueryJob(askOf('SELECT 1 AS one'));
    expect((await job.getQueryResults())[0]).toEqual([{ one: 1 }]);
  });

  test('it comes as often as is said, after the calls that pass, and only to its calls', async () => {
    const double = await open();
    const client = connectClient(double);
    double.fail({ fault: 'unavailable', on: /^GET .queries/u, times: 2, after: 1 });
    const [job] = await client.createQueryJob(ask);
    const ended: string[] = [];
    for (let asked = 0; asked < 4; asked += 1)
      ended.push(
        await job.getQueryResults().then(
          () => 'rows',
          () => 'fault',
        ),
      );
    expect(ended).toEqual(['rows', 'fault', 'fault', 'rows']);
  });

  test('a call that hangs is never answered, and does not keep the server', async () => {
    const double = await open();
    double.fail({ fault: 'hang', on: making });
    const waiting = connectClient(double).createQueryJob(ask);
    const ended = expect(waiting).rejects.toThrow(/socket hang up|ECONNRESET|closed/u);
    await expect.poll(() => double.calls()).toHaveLength(1);
    expect(double.jobs()).toEqual([]);
    await double.close();
    await ended;
  });

  test('an answer that is lost leaves the job, so that its id is taken', async () => {
    const double = await open();
    const client = connectClient(double);
    double.fail({ fault: 'resetAfter', on: making });
    expect(await refusalOf(client.createQueryJob(ask))).toMatchObject({ code: 'ECONNRESET' });
    expect(await refusalOf(client.createQueryJob(ask))).toMatchObject({ code: 409 });
    const [rows] = await client.job(ask.jobId ?? '').getQueryResults();
    expect(rows).toEqual([{ one: 1 }]);
  });
});
