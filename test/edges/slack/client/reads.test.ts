import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { SlackFailure } from '#test/support/slack/start-fake-slack.ts';
import { countCalls, faultOf, personOf, startRig, withRig } from './rig.ts';

const method = 'conversations.open';

/** What goes wrong, what the fault is where it goes on, and how often it was tried. */
const faults: readonly (readonly [string, SlackFailure, object, number])[] = [
  ['500', { kind: 'http', status: 500 }, { code: 'unavailable', retryable: true }, 3],
  ['a page of HTML with 503', { kind: 'http', status: 503 }, { code: 'unavailable' }, 3],
  ['a page of HTML with 200', { kind: 'http', status: 200 }, { code: 'unavailable' }, 3],
  ['broken before', { kind: 'reset' }, { code: 'unreachable', retryable: true }, 3],
  ['broken after', { kind: 'resetAfter' }, { code: 'unreachable' }, 3],
  ['its own failure', { kind: 'error', error: 'internal_error' }, { code: 'internal_error' }, 3],
  [
    'a pause of more than 3 s asked for',
    { kind: 'ratelimited', retryAfterS: 4 },
    { code: 'ratelimited', retryable: true, retryAfterMs: 4000 },
    1,
  ],
  [
    'a token revoked',
    { kind: 'error', error: 'token_revoked' },
    { code: 'token_revoked', retryable: false },
    1,
  ],
];

describe('a read that goes wrong', () => {
  test.each(faults)(
    '%s: is tried again where that may help, then a fault',
    (_, failure, said, tries) =>
      withRig(
        async (rig) => {
          const person = personOf(rig.fake.addUser());
          rig.fake.fail(method, failure, { times: Infinity });
          const fault = await faultOf(rig.slack.openDirect(person));
          expect(fault).toMatchObject({ name: 'SlackFault', ...said });
          expect(countCalls(rig, method)).toBe(tries);
        },
        { deadlineMs: 6000 },
      )(),
  );

  test.each(faults.filter(([, , , tries]) => tries > 1))('%s once: nobody notices', (_, failure) =>
    withRig(
      async (rig) => {
        const person = personOf(rig.fake.addUser());
        rig.fake.fail(method, failure);
        expect(await rig.slack.openDirect(person)).toMatch(/^D/u);
      },
      { deadlineMs: 6000 },
    )(),
  );
});

test(
  'a short pause that Slack asks for is kept',
  withRig(
    async (rig) => {
      const person = personOf(rig.fake.addUser());
      rig.fake.fail(method, { kind: 'ratelimited', retryAfterS: 1 });
      await rig.slack.openDirect(person);
      const [first, second] = rig.fake.calls().filter((call) => call.method === method);
      expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThanOrEqual(990);
    },
    { deadlineMs: 6000 },
  ),
);

test(
  'Slack that never answers is given up at the deadline, even in the middle of many steps',
  withRig(
    async (rig) => {
      const person = personOf(rig.fake.addUser());
      rig.fake.fail(method, { kind: 'hang' }, { times: Infinity });
      const before = performance.now();
      expect(await faultOf(rig.slack.openDirect(person))).toMatchObject({
        code: 'timeout',
        retryable: true,
      });
      expect(performance.now() - before).toBeLessThan(1500);
    },
    { deadlineMs: 600 },
  ),
);

test(
  'nothing is tried after the deadline',
  withRig(
    async (rig) => {
      const person = personOf(rig.fake.addUser());
      rig.fake.fail(method, { kind: 'hang' }, { times: Infinity });
      await faultOf(rig.slack.openDirect(person));
      await setTimeout(1000);
      expect(countCalls(rig, method)).toBe(2);
    },
    { deadlineMs: 2700 },
  ),
);

test(
  'a pause that Slack asks for ends at the deadline',
  withRig(
    async (rig) => {
      const person = personOf(rig.fake.addUser());
      rig.fake.fail(method, { kind: 'ratelimited', retryAfterS: 2 });
      const before = performance.now();
      expect(await faultOf(rig.slack.openDirect(person))).toMatchObject({ code: 'timeout' });
      expect(performance.now() - before).toBeLessThan(1500);
    },
    { deadlineMs: 600 },
  ),
);

test(
  'Slack that cannot be reached, and comes back',
  withRig(
    async (rig) => {
      const person = personOf(rig.fake.addUser());
      rig.fake.down();
      expect(await faultOf(rig.slack.openDirect(person))).toMatchObject({
        code: 'unreachable',
        retryable: true,
      });
      rig.fake.up();
      expect(await rig.slack.openDirect(person)).toMatch(/^D/u);
    },
    { deadlineMs: 6000 },
  ),
);

test('a wrong token is a fault that does not hold it', async () => {
  const { fake, slack } = await startRig({ token: 'xoxb-wrong-token' });
  const fault = await faultOf(slack.readGroup('S0GROUP'));
  expect(fault).toMatchObject({ code: 'invalid_auth', retryable: false });
  expect(fault.message).toBe(
    'usergroups.users.list: Slack refuses the token of the bot (invalid_auth)',
  );
  await fake.close();
});
