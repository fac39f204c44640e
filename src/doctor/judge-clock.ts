import { failed, ok, type Outcome } from './check.ts';

/** Slack's requests are refused above 300 seconds; a clock that is off by this much is not kept right. */
const mostMs = 60_000;

const refused = {
  Slack: 'so requests from Slack may be refused',
  Google: 'so Google may refuse its sign-in',
} as const;

/** Compares this machine's time with somebody's, which is known to the second. */
export function judgeClock(
  here: Date,
  there: Date,
  whose: keyof typeof refused = 'Slack',
): Outcome {
  const aheadMs = here.getTime() - there.getTime();
  if (Math.abs(aheadMs) <= mostMs) return ok(`Within a minute of the time at ${whose}.`);
  const seconds = Math.round(Math.abs(aheadMs) / 1000).toLocaleString('en-GB');
  return failed(
    `This machine is ${seconds} seconds ${aheadMs > 0 ? 'ahead of' : 'behind'} ${whose}, ${refused[whose]}.`,
    'Have the machine keep its time with a time server (NTP).',
  );
}
