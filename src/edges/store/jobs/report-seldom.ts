import type { Fault } from '#src/fault.ts';

const quietMs = 60_000;

/** Reports each kind of fault at most once a minute: where the database is away, every worker finds that at every look. `now`: in milliseconds. */
export function reportSeldom(
  report: (fault: Fault) => void,
  now: () => number,
): (fault: Fault) => void {
  const last = new Map<string, number>();
  return (fault) => {
    const at = now();
    const before = last.get(fault.code);
    if (before !== undefined && at - before < quietMs) return;
    last.set(fault.code, at);
    report(fault);
  };
}
