import { Fault } from '#src/fault.ts';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { ReleaseRecord } from '#src/state/release-record.ts';
import type { Lifecycle } from './enter-editions.ts';
import { pointToLive } from './point-to-live.ts';

/** Ends a release for good; if it was live, nothing answers until another one is made live. Throws `ReleaseFault` `withdrawn`. */
export async function withdraw(
  { store, keeper }: Lifecycle,
  { name }: ReleaseRecord,
  audit: AuditContext & { readonly reason: string },
): Promise<void> {
  const isDone = await store.change((change) => change.releases.withdraw(name, audit));
  // Also where it was done before: the one who did it may have died before the pointer moved.
  await pointToLive({ store, keeper });
  if (!isDone) throw new Fault('ReleaseFault', 'withdrawn', `${name} was withdrawn before`);
}
