import { expect, test } from 'vitest';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { askOf } from './ask-of.ts';
import { connectClient, refusalOf, useDoubles } from './open-double.ts';
import { wrongBodies } from './wrong-bodies.ts';
import { jobsPath, rightBody, type WrongCall } from './wrong-call.ts';
import { wrongCalls } from './wrong-calls.ts';

async function send(
  url: string,
  sent: Partial<WrongCall>,
): Promise<{ status: number; body: unknown }> {
  const { method = 'POST', path = jobsPath, token = 'Bearer token-b', body = rightBody } = sent;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token !== '' && { authorization: token }) },
    ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: response.status, body: await response.json() };
}

whereInstalled("a request that BigQuery's double does not take", () => {
  const open = useDoubles();

  test.each([...wrongBodies, ...wrongCalls])('$what', async (sent) => {
    const { url, jobs } = await open();
    const { status, body } = await send(url, sent);
    expect(body).toMatchObject({
      error: {
        code: sent.status,
        errors: [{ reason: sent.reason, message: expect.stringContaining(sent.says) as string }],
      },
    });
    expect(status).toBe(sent.status);
    expect(jobs()).toEqual([]);
  });

  test('the same, made right, is taken', async () => {
    const { url } = await open();
    expect((await send(url, {})).status).toBe(200);
  });

  test('a job id that is taken', async () => {
    const client = connectClient(await open());
    await client.createQueryJob(askOf('SELECT 1 AS n', {}, { jobId: 'taken' }));
    const again = client.createQueryJob(askOf('SELECT 1 AS n', {}, { jobId: 'taken' }));
    expect(await refusalOf(again)).toEqual({
      code: 409,
      reason: 'duplicate',
      message: 'Already Exists: Job mobility-test:europe-west2.taken',
    });
  });

  test('a token that has expired', async () => {
    const double = await open();
    const client = connectClient(double);
    await client.createQueryJob(askOf('SELECT 1 AS n'));
    double.expire('token-b');
    const refusal = await refusalOf(client.createQueryJob(askOf('SELECT 1 AS n')));
    expect(refusal).toMatchObject({ code: 401, reason: 'authError' });
  });

  test('a page of another answer', async () => {
    const double = await open({ pageRows: 1 });
    const client = connectClient(double);
    const sql = 'SELECT n FROM UNNEST([1, 2]) AS n ORDER BY n';
    const [one] = await client.createQueryJob(askOf(sql));
    const [two] = await client.createQueryJob(askOf(sql));
    const [, next] = await one.getQueryResults({ autoPaginate: false });
    const pageToken = next?.pageToken ?? '';
    const refusal = await refusalOf(two.getQueryResults({ pageToken, autoPaginate: false }));
    expect(pageToken).not.toBe('');
    expect(refusal).toMatchObject({ code: 400, reason: 'invalid' });
  });
});
