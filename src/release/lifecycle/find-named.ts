import { Fault } from '#src/fault.ts';
import type { ProposalName } from '#src/state/proposal.ts';
import type { ReleaseRecord } from '#src/state/release-record.ts';

const refuse = (message: string): Fault => new Fault('ReleaseFault', 'unknownRelease', message);

/** The release of a whole name: for what cannot be undone. Throws `ReleaseFault` `unknownRelease`. */
export function findWhole(releases: readonly ReleaseRecord[], typed: string): ReleaseRecord {
  const exact = releases.find(({ name }) => name === typed);
  if (exact === undefined)
    throw refuse('no release has that name; it must be written whole, for this cannot be undone');
  return exact;
}

/** The release of a name, or of the beginning of one if no other begins so. Throws `ReleaseFault` `unknownRelease`. */
export function findRelease(releases: readonly ReleaseRecord[], typed: string): ReleaseRecord {
  const exact = releases.find(({ name }) => name === typed);
  if (exact !== undefined) return exact;
  const [only, ...others] = releases.filter(({ name }) => name.startsWith(typed));
  if (only === undefined)
    throw refuse('no release has that name: npm run release -- list shows all');
  if (others.length > 0)
    throw refuse(`${others.length + 1} releases begin so: write more of the name`);
  return only;
}

const policyPrefix = 'policy:';

/** What is to be judged: a release, or with `policy:` the policy of one, by the beginning of its hash. Throws `ReleaseFault` `unknownRelease`. */
export function findSubject(
  releases: readonly ReleaseRecord[],
  typed: string,
): ProposalName & { readonly release: ReleaseRecord } {
  if (!typed.startsWith(policyPrefix)) {
    const release = findRelease(releases, typed);
    return { kind: 'release', id: release.name, release };
  }
  const digits = typed.slice(policyPrefix.length);
  const meant = releases.filter(
    ({ policyHash, synthetic, state }) =>
      !synthetic && state !== 'withdrawn' && digits !== '' && policyHash.startsWith(digits),
  );
  const [release] = meant;
  if (release === undefined)
    throw refuse('no release that waits has that policy: npm run release -- list shows all');
  if (new Set(meant.map(({ policyHash }) => policyHash)).size > 1)
    throw refuse('several policies begin so: write more digits');
  return { kind: 'policy', id: release.policyHash, release };
}
