import { Fault } from '#src/fault.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { JudgingRefusal, ProposalName, Standing } from '#src/state/proposal.ts';
import type { Store } from '#src/state/store.ts';

/** One person's word on a release or a policy. `reason`: of a rejection. */
export type Judgement = {
  readonly subject: ProposalName;
  /** The content that the person was shown. */
  readonly fingerprint: string;
  readonly person: PersonId;
  readonly reason: string | undefined;
};

const why: Readonly<Record<JudgingRefusal, string>> = {
  unknown: 'nobody has proposed it: npm run release -- list shows what waits',
  changed: 'it has changed since: look at it again with npm run release -- show',
  author: 'you made it: somebody else must approve it (--as says who you are)',
  twice: 'you have said so already: somebody else must approve it too',
  rejected: 'it was rejected: it must change before it can be approved',
};

/** Approves or, with a reason, rejects a content. Throws `ReleaseFault` with the refusal's name. */
export async function judge(
  store: Store,
  { subject, fingerprint, person, reason }: Judgement,
  audit: AuditContext,
): Promise<Standing> {
  const verdict = reason === undefined ? 'approved' : 'rejected';
  const judged = await store.change((change) =>
    change.proposals.judge(subject, { fingerprint, person, verdict, reason }, audit),
  );
  if (judged.kind === 'refused') throw new Fault('ReleaseFault', judged.why, why[judged.why]);
  return judged.standing;
}
