import { approversNeeded, type ProposalName } from '#src/state/proposal.ts';
import type { ReleaseRecord } from '#src/state/release-record.ts';
import type { ProposalView } from '#src/state/store.ts';
import { sayMissing } from './say-lifecycle.ts';

type Find = (name: ProposalName) => Promise<ProposalView | undefined>;

/** What approval a release still wants before it may answer, as parts of a sentence: its own, and its policy's. */
export async function findMissing(
  find: Find,
  { name, policyHash }: ReleaseRecord,
): Promise<readonly string[]> {
  const subjects = [
    [{ kind: 'release', id: name }, 'the release'],
    [{ kind: 'policy', id: policyHash }, `its policy (policy:${policyHash.slice(0, 12)})`],
  ] as const;
  const missing = subjects.map(([subject, what]) => missingOf(find, subject, what));
  return (await Promise.all(missing)).filter((each) => each !== undefined);
}

async function missingOf(
  find: Find,
  subject: ProposalName,
  what: string,
): Promise<string | undefined> {
  const view = await find(subject);
  const unseen = {
    kind: 'waiting',
    approvedBy: [],
    needed: approversNeeded[subject.kind],
  } as const;
  return sayMissing(what, view?.standing ?? unseen);
}
