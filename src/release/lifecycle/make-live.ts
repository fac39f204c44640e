import { Fault } from '#src/fault.ts';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { ReleaseRecord } from '#src/state/release-record.ts';
import { checkNotWithdrawn } from './check-not-withdrawn.ts';
import type { Lifecycle } from './enter-editions.ts';
import { findMissing } from './find-missing.ts';
import { pointToLive } from './point-to-live.ts';
import { takeUpChange } from './take-up-change.ts';

const refuse = (code: string, message: string): Fault => new Fault('ReleaseFault', code, message);

/** What is thrown where the file of a release is wanted and lost. */
export const lostFile = (name: string): Fault =>
  refuse(
    'lost',
    `the file of ${name} is not there or cannot be read: npm run release writes it again if it is of the data set in use`,
  );

/**
 * Lets a release answer: one whose content, and whose policy, two people have approved, or one of synthetic data, which has nobody to protect.
 * Throws `ReleaseFault`: `withdrawn`, `lost`, `changed`, `notApproved`.
 */
export async function makeLive(
  { store, keeper }: Lifecycle,
  release: ReleaseRecord,
  by: AuditContext,
): Promise<void> {
  const { name, synthetic } = release;
  const audit = { ...by, release: release.releaseId };
  checkNotWithdrawn(release);
  const found = await keeper.describe(name);
  if (found === undefined) throw lostFile(name);
  if (!(await takeUpChange({ store, keeper }, release, found)))
    throw refuse(
      'changed',
      `the file of ${name} is not the one that was entered: it must be looked at and approved again`,
    );
  const reason = 'synthetic data, which approve themselves';
  const isLive = await store.change(async ({ proposals, releases }) => {
    const missing = synthetic
      ? []
      : await findMissing((subject) => proposals.hold(subject), release);
    if (missing.length > 0) throw refuse('notApproved', missing.join(', and '));
    return releases.goLive(name, found.fingerprint, synthetic ? { ...audit, reason } : audit);
  });
  if (!isLive && (await store.releases.live())?.name !== name)
    throw refuse('changed', `${name} changed at this moment: try again`);
  await pointToLive({ store, keeper });
}
