import type { Batch, Plan } from './batch.ts';
import type { Strike } from './orders.ts';
import { arrival, scenarios, type Scenario } from './scenarios.ts';

/** Where a worker can be struck, and a way to get there. */
export type Target = { readonly scenario: Scenario; readonly boundary: string };

/** Boundaries that only the first transaction on a new database comes to. */
const onlyFirst = /(?:INSERT audit_head|SELECT audit_head 2),/u;

export const isFirst = ({ boundary }: Target): boolean => onlyFirst.test(boundary);

/** Runs each scenario without a further blow, and lists every boundary, by name, under the first scenario that comes to it. */
export async function findTargets(batch: Batch): Promise<readonly Target[]> {
  const targets = new Map<string, Target>();
  for (const scenario of scenarios) {
    const { first } = scenario;
    const blows = first === undefined ? [] : [first];
    for (let time = 0; time < 2; time += 1) await batch.run({ scenario, blows });
    if (first?.boundary === arrival) targets.set(arrival, { scenario, boundary: arrival });
    for (const boundary of batch.seen)
      if (!targets.has(boundary)) targets.set(boundary, { scenario, boundary });
  }
  return [...targets.values()].toSorted((a, b) => (a.boundary < b.boundary ? -1 : 1));
}

/** `again`: whether the target was struck in an earlier round. */
export type Chance = {
  readonly again: boolean;
  readonly targets: readonly Target[];
  readonly rng: () => number;
};

/**
 * The run that strikes at a target. The first time that is all; later a second worker is often struck too, killed or stopped for longer than its lease, at a
 * boundary of chance.
 */
export function planRun({ scenario, boundary }: Target, { again, targets, rng }: Chance): Plan {
  const { first } = scenario;
  const other = targets[Math.floor(rng() * targets.length)]?.boundary;
  const blow: Strike['blow'] = rng() < 0.5 ? 'SIGKILL' : 'SIGSTOP';
  const isSecond = again && rng() < 0.7 && other !== undefined && other !== boundary;
  return {
    scenario,
    blows: [
      { boundary, blow: 'SIGKILL' },
      ...(first === undefined || first.boundary === boundary ? [] : [first]),
      // From Slack's side a process can only be killed.
      ...(isSecond
        ? [{ boundary: other, blow: other === arrival ? 'SIGKILL' : blow } as const]
        : []),
    ],
  };
}
