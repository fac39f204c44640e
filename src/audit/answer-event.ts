import type { Outcome } from '#src/answer.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Provenance } from '#src/ports.ts';
import type { AuditContext } from '#src/state/audit-event.ts';
import { fingerprintCells, type Hash } from '#src/state/fingerprint-cells.ts';

/** Who asked, where, and of what. `latencyMs`: from the question to its answer. `hash`: SHA-256, in hex digits. */
export type AskedAt = {
  readonly actor: AuditContext['actor'];
  readonly channel: AuditContext['channel'];
  readonly vocabulary: Vocabulary;
  readonly releaseId: string;
  readonly latencyMs: number;
  readonly hash: Hash;
};

/** What is recorded of an outcome. */
export type AnswerEvent = {
  readonly action: 'answer.given' | 'answer.refused';
  readonly audit: AuditContext;
};

/**
 * What the audit records of an outcome: of an answer the question as the program writes it, of a refusal its kind alone, since it may quote the asker.
 * Undefined for a fault: it showed nothing, and is in the log.
 */
export function answerEvent(outcome: Outcome, asked: AskedAt): AnswerEvent | undefined {
  const { actor, channel, vocabulary, releaseId: release, hash } = asked;
  const latencyMs = Math.max(0, Math.round(asked.latencyMs));
  const where = { actor, ...(channel === undefined ? {} : { channel }), latencyMs };
  switch (outcome.kind) {
    case 'answered': {
      const { reading, reply, picture } = outcome;
      const audit: AuditContext = {
        ...where,
        ask: usage(reading.ask, vocabulary),
        decision: 'answered',
        release,
        cells: fingerprintCells(reply.table, hash),
        ...(picture === undefined ? {} : { bytes: picture.png.byteLength }),
        ...jobsOf(reply.provenance),
      };
      return { action: 'answer.given', audit };
    }
    case 'refused':
      return { action: 'answer.refused', audit: { ...where, decision: outcome.refusal.kind } };
    case 'fault':
      return undefined;
    default:
      return outcome satisfies never;
  }
}

function jobsOf(provenance: readonly Provenance[]): Pick<AuditContext, 'jobs'> {
  const jobs = provenance.flatMap(({ job }) => job ?? []);
  return jobs.length === 0 ? {} : { jobs: jobs.map((job) => ({ ...job })) };
}
