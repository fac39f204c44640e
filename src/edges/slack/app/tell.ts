import type { Fault } from '#src/fault.ts';
import { makeSlackFault } from '../client/slack-fault.ts';

/** Tells the operator what is wrong with deliveries: a code and one sentence, nothing of what was delivered. */
export type Tell = (code: string, message: string) => void;

const quietMs = 60_000;

/** Reports a `SlackFault` of each code at most once a minute: whoever can reach the address could fill the log. */
export function makeTell(report: (fault: Fault) => void, clock: () => Date): Tell {
  const last = new Map<string, number>();
  return (code, message) => {
    const at = clock().getTime();
    const before = last.get(code);
    if (before !== undefined && Math.abs(at - before) < quietMs) return;
    last.set(code, at);
    report(makeSlackFault(code, message, { retryable: false }));
  };
}
