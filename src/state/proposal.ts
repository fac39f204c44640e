import { z } from 'zod';
import type { Actor, PersonId } from './actor.ts';

/** What needs a second person, and how many must approve it besides its author. */
export const approversNeeded = { release: 2, policy: 2, digest: 1, briefing: 1 } as const;

export const proposalKind = z.enum(['release', 'policy', 'digest', 'briefing']);
export type ProposalKind = z.output<typeof proposalKind>;

/** What is proposed: `id` names it, `fingerprint` stands for its whole content. */
export type ProposalName = { readonly kind: ProposalKind; readonly id: string };

/** Something that waits for approval, as it is now. `author`: who made this content. */
export type Proposal = ProposalName & {
  readonly fingerprint: string;
  readonly author: Actor;
  readonly madeAt: Date;
};

/** What one person said of one content. */
export type Verdict = {
  readonly fingerprint: string;
  readonly person: PersonId;
  readonly verdict: 'approved' | 'rejected';
  readonly reason: string | undefined;
  readonly at: Date;
};

/** Where a proposal stands, with verdicts on its present content alone: a change lets earlier ones expire. */
export type Standing =
  | { readonly kind: 'waiting'; readonly approvedBy: readonly PersonId[]; readonly needed: number }
  | { readonly kind: 'approved'; readonly approvedBy: readonly PersonId[] }
  | { readonly kind: 'rejected'; readonly by: PersonId; readonly reason: string };

/** Where a proposal stands. */
export function findStanding(proposal: Proposal, verdicts: readonly Verdict[]): Standing {
  const present = verdicts.filter(({ fingerprint }) => fingerprint === proposal.fingerprint);
  const rejection = present.find(({ verdict }) => verdict === 'rejected');
  if (rejection !== undefined)
    return { kind: 'rejected', by: rejection.person, reason: rejection.reason ?? '' };
  const approvedBy = present.map(({ person }) => person);
  const needed = approversNeeded[proposal.kind];
  return approvedBy.length >= needed
    ? { kind: 'approved', approvedBy }
    : { kind: 'waiting', approvedBy, needed };
}

/** Why somebody may not judge a proposal. `changed`: it is not what they looked at. */
export type JudgingRefusal = 'unknown' | 'changed' | 'author' | 'twice' | 'rejected';

/**
 * The two-person rule: nobody approves their own content, or one content twice, or what they have not seen. Anybody may reject, also what they approved
 * before. A rejected content stays rejected: it must change first.
 */
export function checkJudging(
  proposal: Proposal,
  verdicts: readonly Verdict[],
  { person, fingerprint, verdict }: Pick<Verdict, 'person' | 'fingerprint' | 'verdict'>,
): JudgingRefusal | undefined {
  const { author } = proposal;
  if (fingerprint !== proposal.fingerprint) return 'changed';
  if (findStanding(proposal, verdicts).kind === 'rejected') return 'rejected';
  // To stop something is anybody's right, also after a yes.
  if (verdict === 'rejected') return undefined;
  if (author.kind === 'person' && author.id === person) return 'author';
  const isSaid = verdicts.some(
    (each) => each.fingerprint === fingerprint && each.person === person,
  );
  return isSaid ? 'twice' : undefined;
}
