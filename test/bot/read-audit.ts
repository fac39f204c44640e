import { parseEvent, type AuditAction, type AuditEvent } from '#src/state/audit-event.ts';
import type { Scene } from './open-scene.ts';

/** An entry of the audit and its place in it. */
export type Entry = AuditEvent & { readonly seq: number };

/** All entries, or those of some actions. */
export async function readAudit(
  { store }: Pick<Scene, 'store'>,
  ...actions: readonly AuditAction[]
): Promise<readonly Entry[]> {
  const rows = await store.audit.rows(0, 100_000);
  const entries = rows.map(({ seq, event }) => {
    const parsed = parseEvent(event);
    if (parsed === undefined) throw new Error('an entry that this version does not know');
    return { ...parsed, seq };
  });
  return entries.filter(({ action }) => actions.length === 0 || actions.includes(action));
}
