import { checkJudging } from '#src/state/proposal.ts';
import type { ProposalChange } from '#src/state/store.ts';
import { findProposal } from './proposal-rows.ts';
import type { Recorder } from './recorder.ts';

/** The approvals' part of a transaction. */
export function changeProposals({ sql, now, record }: Recorder): ProposalChange {
  const hold: ProposalChange['hold'] = async (name) => {
    await sql.query('SELECT id FROM proposal WHERE kind = $1 AND id = $2 FOR UPDATE', [
      name.kind,
      name.id,
    ]);
    return findProposal(sql, name);
  };
  return {
    hold,
    propose: async ({ kind, id }, fingerprint, audit) => {
      const author = JSON.stringify(audit.actor);
      const values = [kind, id, fingerprint, author, now];
      const made = await sql.query(
        'INSERT INTO proposal (kind, id, fingerprint, author, made_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id',
        values,
      );
      if (made.length > 0)
        return record('proposal.made', `${kind} ${id}`, { ...audit, content: fingerprint });
      const changed = await sql.query(
        'UPDATE proposal SET fingerprint = $3, author = $4, made_at = $5 WHERE kind = $1 AND id = $2 AND fingerprint <> $3 RETURNING id',
        values,
      );
      if (changed.length === 0) return undefined;
      // Else they would count again if the content came back, perhaps by the hand of who gave them. A rejection stays with its content.
      await sql.query(`DELETE FROM verdict WHERE kind = $1 AND id = $2 AND verdict = 'approved'`, [
        kind,
        id,
      ]);
      return record('proposal.changed', `${kind} ${id}`, { ...audit, content: fingerprint });
    },
    judge: async (name, { fingerprint, person, verdict, reason }, audit) => {
      const { kind, id } = name;
      if (audit.actor.kind !== 'person' || audit.actor.id !== person)
        throw new Error('only the person who acts can judge');
      // Locked: a change of the content and a verdict on it come one after the other.
      const view = await hold(name);
      if (view === undefined) return { kind: 'refused', why: 'unknown' };
      const why = checkJudging(view.proposal, view.verdicts, {
        fingerprint,
        person,
        verdict,
      });
      if (why !== undefined) return { kind: 'refused', why };
      await sql.query(
        `INSERT INTO verdict (kind, id, fingerprint, person, verdict, reason, given_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
          ON CONFLICT (kind, id, fingerprint, person) DO UPDATE SET verdict = $5, reason = $6, given_at = $7`,
        [kind, id, fingerprint, person, verdict, reason ?? null, now],
      );
      const action = verdict === 'approved' ? 'proposal.approved' : 'proposal.rejected';
      record(action, `${kind} ${id}`, {
        ...audit,
        content: fingerprint,
        ...(reason === undefined ? {} : { reason }),
      });
      const after = await findProposal(sql, name);
      if (after === undefined) throw new Error('a proposal vanished while it was locked');
      return { kind: 'judged', standing: after.standing };
    },
  };
}
