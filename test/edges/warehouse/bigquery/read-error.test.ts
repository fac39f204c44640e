import { expect, test } from 'vitest';
import { faultOf, isPassing } from '#src/edges/warehouse/bigquery/read-error.ts';
import { Fault } from '#src/fault.ts';

const secret = 'SELECT secret FROM t: token ya29.x, <html>';
const error = (more: object) => Object.assign(new Error(secret), more);
const because = (reason: string, code?: number) =>
  error({ code, errors: [{ reason, message: secret }] });

test.each([
  ['a denied permission', because('accessDenied', 403), 'denied', false],
  ['a token that ended', because('authError', 401), 'noAccount', false],
  ['a dataset that is not there', because('notFound', 404), 'missing', false],
  ['a query that does not fit', because('invalidQuery', 400), 'invalidQuery', false],
  ['a byte cap', because('bytesBilledLimitExceeded', 400), 'tooManyBytes', false],
  ['a quota', because('quotaExceeded', 403), 'quota', false],
  ['a rate', because('rateLimitExceeded', 403), 'rateLimited', true],
  ['a rate of jobs, in a job that failed', because('jobRateLimitExceeded'), 'rateLimited', true],
  ['a job that failed by itself', because('backendError'), 'unavailable', true],
  ['no reason, but 503', error({ code: 503 }), 'unavailable', true],
  ['no reason, but 401', error({ code: 401 }), 'noAccount', false],
  ['no reason, but 418', error({ code: 418 }), 'engine', false],
  ['no network', error({ name: 'FetchError', code: 'ECONNRESET' }), 'unavailable', true],
  ['no answer', error({ type: 'request-timeout' }), 'unavailable', true],
  ['what is not known', 'broken', 'engine', false],
])('%s', (_, thrown, code, retryable) => {
  const fault = faultOf(thrown, 'mobility_flows_1');
  expect(fault).toMatchObject({ name: 'WarehouseFault', code, retryable });
  expect(fault.message).toContain('job mobility_flows_1');
  expect(`${fault.message} ${fault.stack ?? ''}`).not.toMatch(/secret|ya29|html/u);
  expect(fault.cause).toBeUndefined();
});

test('a fault stays what it is', () => {
  const fault = new Fault('WarehouseFault', 'deadline', 'late');
  expect(faultOf(fault)).toBe(fault);
});

test('a request is sent again where the refusal passes by itself, also a 403 for the rate', () => {
  const raw = (reason: string) =>
    error({ code: 403, response: { body: { error: { errors: [{ reason }] } } } });
  for (const thrown of [408, 429, 500, 503].map((code) => error({ code })))
    expect(isPassing(thrown)).toBe(true);
  expect(isPassing(raw('rateLimitExceeded'))).toBe(true);
  expect(isPassing(raw('jobRateLimitExceeded'))).toBe(true);
  expect(isPassing(raw('quotaExceeded'))).toBe(false);
  expect(isPassing(error({ code: 403, response: { body: '<html>' } }))).toBe(false);
  expect(isPassing(error({ code: 400 }))).toBe(false);
});
