import { openStore } from '#src/edges/store/open-store.ts';
import { readStorePlace } from '#src/edges/store/store-place.ts';
import { terminalPerson } from '#src/edges/terminal/terminal-person.ts';
import { makeFolderKeeper } from '#src/release/lifecycle/folder-keeper.ts';
import { judge } from '#src/release/lifecycle/judge.ts';
import { makeLive } from '#src/release/lifecycle/make-live.ts';

/** Has the newest release under `home`, and its policy, approved by two people, and makes it live. */
export async function approveRelease(home: string): Promise<void> {
  const store = await openStore(readStorePlace(home, {}), () => new Date());
  const [release] = await store.releases.list();
  if (release === undefined) throw new Error('there is no release');
  const { name, fingerprint, policyHash } = release;
  for (const who of ['bea', 'carl']) {
    const { person, audit } = terminalPerson(who);
    const say = (kind: 'release' | 'policy', id: string, content: string) =>
      judge(
        store,
        { subject: { kind, id }, fingerprint: content, person, reason: undefined },
        audit,
      );
    await say('release', name, fingerprint);
    await say('policy', policyHash, policyHash);
  }
  await makeLive({ store, keeper: makeFolderKeeper(home) }, release, terminalPerson('bea').audit);
  await store.close();
}
