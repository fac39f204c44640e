import { z } from 'zod';
import { actor } from './actor.ts';

const count = z.int().nonnegative();

/** What can be recorded: one name for each way in which the state changes, and for each answer. */
export const auditAction = z.enum([
  'answer.given',
  'answer.refused',
  'delivery.accepted',
  'delivery.forgotten',
  'message.queued',
  'message.claimed',
  'message.uploading',
  'message.posting',
  'message.posted',
  'message.delayed',
  'message.refused',
  'message.unknown',
  'message.resent',
  'message.fileDeleted',
  'interaction.refused',
  'proposal.made',
  'proposal.changed',
  'proposal.approved',
  'proposal.rejected',
  'release.staged',
  'release.changed',
  'release.live',
  'release.superseded',
  'release.withdrawn',
]);

export type AuditAction = z.output<typeof auditAction>;

/**
 * The part of an audit event that the caller of a write gives: who, and what is known of where and why. Never a text as typed, which may hold
 * anything: `ask` is the question as the program writes it.
 */
export const auditContext = z.strictObject({
  actor,
  /** Where it happened, and who could see it there, read from Slack at that moment. */
  channel: z
    .strictObject({
      id: z.string(),
      audience: z.strictObject({
        kind: z.enum(['public', 'private', 'direct', 'group', 'terminal']),
        members: count,
        guests: count,
        isShared: z.boolean(),
      }),
    })
    .optional(),
  ask: z.string().optional(),
  /** What was decided: "answered", or the kind of a refusal. */
  decision: z.string().optional(),
  release: z.string().optional(),
  /** The fingerprint of the cells shown (64 hex digits): `fingerprintCells`. */
  cells: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .optional(),
  /** The fingerprint of the content that was proposed, approved, rejected, staged or made live. */
  content: z.string().optional(),
  message: z.strictObject({ channel: z.string(), ts: z.string() }).optional(),
  latencyMs: count.optional(),
  bytes: count.optional(),
  /** The jobs of BigQuery that answered, where it did, and what each was billed. */
  jobs: z
    .array(z.strictObject({ id: z.string(), bytesBilled: count.optional(), isCached: z.boolean() }))
    .optional(),
  reason: z.string().optional(),
});

export type AuditContext = Readonly<z.output<typeof auditContext>>;

/** One entry of the audit. `at`: ISO time in UTC. `subject`: what changed, by its key. */
export const auditEvent = auditContext.extend({
  at: z.iso.datetime(),
  action: auditAction,
  subject: z.string(),
});

export type AuditEvent = Readonly<z.output<typeof auditEvent>>;

/** An event as the text that is sealed and kept: keys in the order of the alphabet, at every depth. */
export function writeEvent(event: AuditEvent): string {
  return JSON.stringify(auditEvent.parse(event), (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
}

/** The event of a text as it is kept; undefined where it is none that this version knows. */
export function parseEvent(text: string): AuditEvent | undefined {
  try {
    return auditEvent.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
