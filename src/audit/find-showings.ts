import { isSought } from './is-sought.ts';
import { addToShowing, isOfShowing, type Showing } from './showing.ts';
import type { Sought } from './sought.ts';
import { walkAudit, type AuditReader, type Walked } from './walk-audit.ts';

/** What was found in an audit. */
export type Found = { readonly showings: readonly Showing[]; readonly walked: Walked };

/**
 * All that showed what is sought, oldest first. Read twice: the event that tells what was shown and the one that tells where it was posted are joined by their
 * subject, the key of the message.
 */
export async function findShowings(reader: AuditReader, sought: Sought): Promise<Found> {
  const subjects = new Set<string>();
  await walkAudit(reader, (_, event) => {
    if (event !== undefined && isOfShowing(event) && isSought(event, sought))
      subjects.add(event.subject);
    return true;
  });
  const showings = new Map<string, Showing>();
  const walked = await walkAudit(reader, (_, event) => {
    if (event !== undefined && isOfShowing(event) && subjects.has(event.subject))
      showings.set(event.subject, addToShowing(showings.get(event.subject), event));
    return true;
  });
  if (walked === undefined) throw new Error('the audit was not read to its end');
  const sorted = [...showings.values()].toSorted((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : 0,
  );
  return { showings: sorted, walked };
}
