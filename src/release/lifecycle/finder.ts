import type { AuditContext } from '#src/state/audit-event.ts';

/** Who enters what is found in the folder and not known: it was made, or changed, by a job that could not record it. */
export const finder: AuditContext = { actor: { kind: 'program', name: 'the release job' } };
