import type { ReleaseDescription, ReleaseRecord } from '#src/state/release-record.ts';
import { enter, finder, type Lifecycle } from './enter-editions.ts';

/**
 * Whether a release's file still holds the content that was entered. Where a staged one does not, its new content is entered in place of the old, so that
 * it can be looked at and approved anew: nobody knows who changed it.
 */
export async function takeUpChange(
  { store }: Lifecycle,
  release: ReleaseRecord,
  found: ReleaseDescription,
): Promise<boolean> {
  if (found.fingerprint === release.fingerprint) return true;
  if (release.state === 'staged') await store.change((change) => enter(change, found, finder));
  return false;
}
