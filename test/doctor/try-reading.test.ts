import { expect, test } from 'vitest';
import { runCheck } from '#src/doctor/run-check.ts';
import { ok } from '#src/doctor/check.ts';
import { Fault } from '#src/fault.ts';

test('what takes too long has failed, and is told to stop', async () => {
  let isStopped = false;
  const result = await runCheck(
    'slow',
    (signal) => {
      signal.addEventListener('abort', () => (isStopped = true));
      return new Promise(() => undefined);
    },
    20,
  );
  expect(result).toMatchObject({
    name: 'slow',
    state: 'failed',
    said: 'This took longer than 0.02 seconds.',
  });
  expect(isStopped).toBe(true);
});

test('what is in time is not told to stop later', async () => {
  let kept: AbortSignal | undefined;
  const look = (signal: AbortSignal) => {
    kept = signal;
    return ok('Well.');
  };
  expect(await runCheck('quick', look, 20)).toEqual({ name: 'quick', ...ok('Well.') });
  await new Promise((resolve) => {
    setTimeout(resolve, 40);
  });
  expect(kept?.aborted).toBe(false);
});

test('a fault is told in its own words, and what Slack says with what to do', async () => {
  const look = () => {
    throw new Fault('SlackFault', 'token_revoked', 'auth.test: Slack refuses the token');
  };
  expect(await runCheck('token', look)).toEqual({
    name: 'token',
    state: 'failed',
    said: 'Slack refuses the token (token_revoked).',
    next: 'Copy the token anew from the settings of the app at api.slack.com/apps.',
  });
});

test.each([
  ['mobility.config.yml: access: missing', 'mobility.config.yml: access: missing.'],
  ['the state cannot be reached', 'The state cannot be reached.'],
])('%s is told as a sentence', async (message, said) => {
  const look = () => Promise.reject(new Fault('StoreFault', 'any', message));
  expect((await runCheck('any', look)).said).toBe(said);
});

test.each([
  [Object.assign(new Error('SELECT secret FROM row'), { code: 'EOOPS' }), /\(EOOPS\)/u],
  [new TypeError('xoxb-secret'), /\(TypeError\)/u],
  ['secret', /\(unknown\)/u],
])('what broke is told by its kind alone: %#', async (thrown, said) => {
  const result = await runCheck('broken', () => Promise.reject(thrown));
  expect(result.said).toMatch(said);
  expect(JSON.stringify(result)).not.toMatch(/secret|SELECT/u);
});
