import type { AuditContext } from '#src/state/audit-event.ts';
import type { ReleaseDescription } from '#src/state/release-record.ts';
import type { Change, Store } from '#src/state/store.ts';
import type { ReleaseKeeper } from './keeper.ts';

/** Where a release's life is recorded, and where the release itself is kept. */
export type Lifecycle = { readonly store: Store; readonly keeper: ReleaseKeeper };

/** Who enters what nobody signed: it was made, or changed, by somebody who left no name. */
export const finder: AuditContext = { actor: { kind: 'program', name: 'the release job' } };

/**
 * Enters the editions that the state does not know yet, each as staged and proposed by whoever made it, and where its policy was never approved, that too.
 * An edition that answered before there was a record goes on answering: nobody else can say who approved it.
 */
export async function enterEditions({ store, keeper }: Lifecycle): Promise<void> {
  const known = new Set((await store.releases.list()).map(({ name }) => name));
  const answering = known.size === 0 ? await keeper.pointed() : undefined;
  // The one that answers first: where a crash ends this, nobody would know any more that it did.
  const first = answering === undefined ? [] : [answering];
  for (const name of new Set([...first, ...(await keeper.names())])) {
    const edition = known.has(name) ? undefined : await keeper.describe(name);
    if (edition === undefined) continue;
    const audit = (await keeper.maker(name)) ?? finder;
    await store.change(async (change) => {
      await enter(change, edition, audit);
      if (name === answering)
        await change.releases.goLive(name, edition.fingerprint, {
          ...audit,
          release: edition.releaseId,
          reason: 'it answered before releases were recorded',
        });
    });
  }
}

/** Stages an edition and proposes it. Of synthetic data nothing needs approval. */
export async function enter(
  change: Change,
  edition: ReleaseDescription,
  by: AuditContext,
): Promise<void> {
  const audit = { ...by, release: edition.releaseId };
  await change.releases.stage(edition, audit);
  if (edition.synthetic) return;
  const { name, fingerprint, policyHash } = edition;
  await change.proposals.propose({ kind: 'release', id: name }, fingerprint, audit);
  await change.proposals.propose({ kind: 'policy', id: policyHash }, policyHash, audit);
}
