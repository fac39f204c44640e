import { z } from 'zod';
import { actor } from '#src/state/actor.ts';
import { findStanding, proposalKind, type ProposalName } from '#src/state/proposal.ts';
import type { ProposalView } from '#src/state/store.ts';
import type { Sql } from './database.ts';

const proposalRow = z.object({
  kind: proposalKind,
  id: z.string(),
  fingerprint: z.string(),
  author: z.string().transform((text) => actor.parse(JSON.parse(text))),
  made_at: z.date(),
});

const verdictRow = z.object({
  fingerprint: z.string(),
  person: z.string().brand('PersonId'),
  verdict: z.enum(['approved', 'rejected']),
  reason: z.string().nullable(),
  given_at: z.date(),
});

/** A proposal with all that was said of it, oldest first. */
export async function findProposal(
  sql: Sql,
  { kind, id }: ProposalName,
): Promise<ProposalView | undefined> {
  const [row] = await sql.query(
    'SELECT kind, id, fingerprint, author, made_at FROM proposal WHERE kind = $1 AND id = $2',
    [kind, id],
  );
  if (row === undefined) return undefined;
  const { made_at: madeAt, ...proposal } = proposalRow.parse(row);
  const rows = await sql.query(
    'SELECT fingerprint, person, verdict, reason, given_at FROM verdict WHERE kind = $1 AND id = $2 ORDER BY given_at, person',
    [kind, id],
  );
  const verdicts = rows.map((each) => {
    const { given_at: at, reason, ...verdict } = verdictRow.parse(each);
    return { ...verdict, reason: reason ?? undefined, at };
  });
  const whole = { ...proposal, madeAt };
  return { proposal: whole, verdicts, standing: findStanding(whole, verdicts) };
}
