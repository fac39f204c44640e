import type { AuditEvent } from '#src/state/audit-event.ts';

/**
 * Whether figures came before anybody. `shown`: in answer to a question, at once. `posted`: as a message. `posting`, `unknown`: as a message, perhaps.
 * `waiting`: not so far. `refused`: never.
 */
export type Fate = 'shown' | 'posted' | 'posting' | 'unknown' | 'waiting' | 'refused';

/** An answer or message with figures, put together from all that the audit has of it. */
export type Showing = {
  /** When it was shown or posted, or else last heard of. ISO time in UTC. */
  readonly at: string;
  readonly fate: Fate;
  readonly actor: AuditEvent['actor'];
  readonly channel: AuditEvent['channel'];
  readonly ask: AuditEvent['ask'];
  readonly decision: AuditEvent['decision'];
  readonly release: AuditEvent['release'];
  readonly message: AuditEvent['message'];
};

/** Whether an event is of an answer or of a message. That a file was deleted in Slack, perhaps long after the message was refused, tells nothing of what was seen. */
export const isOfShowing = ({ action }: AuditEvent): boolean =>
  action === 'answer.given' || (action.startsWith('message.') && action !== 'message.fileDeleted');

/** Whether somebody may have seen it. */
export const maySee = ({ fate }: Showing): boolean => fate !== 'waiting' && fate !== 'refused';

/** A showing with one more event of it, in the order of the audit. Who asked stands in its first event; who was in the channel, in the last that says it. */
export function addToShowing(before: Showing | undefined, event: AuditEvent): Showing {
  const fate = fateAfter(before?.fate, event.action);
  return {
    at: before?.fate === 'posted' ? before.at : event.at,
    fate,
    actor: before?.actor ?? event.actor,
    channel: event.channel ?? before?.channel,
    ask: event.ask ?? before?.ask,
    decision: event.decision ?? before?.decision,
    release: event.release ?? before?.release,
    message: event.message ?? before?.message,
  };
}

/** A message that was posted stays so, and one that may have been stays that until it is known to be: a later try to post it tells nothing of the first. */
function fateAfter(before: Fate | undefined, action: AuditEvent['action']): Fate {
  if (action === 'message.posted' || before === 'posted') return 'posted';
  if (action === 'message.unknown' || before === 'unknown') return 'unknown';
  if (action === 'message.posting') return 'posting';
  if (action === 'message.delayed') return 'waiting';
  if (action === 'message.refused') return 'refused';
  if (action === 'answer.given') return before ?? 'shown';
  return before === 'posting' ? 'posting' : 'waiting';
}
