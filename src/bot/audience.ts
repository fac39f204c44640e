import type { Room } from '#src/access/room.ts';
import type { AuditContext } from '#src/state/audit-event.ts';

/** Who could read along, as the audit keeps it. */
export const audienceOf = (room: Room): NonNullable<AuditContext['channel']> => ({
  id: room.id,
  audience: {
    kind: room.kind,
    members: room.members,
    guests: room.guests + room.strangers,
    isShared: room.isShared || room.isShareOffered || room.isAcrossWorkspaces,
  },
});
