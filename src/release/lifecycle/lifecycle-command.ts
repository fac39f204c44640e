import { openStore } from '#src/edges/store/open-store.ts';
import { readStorePlace } from '#src/edges/store/store-place.ts';
import { Fault } from '#src/fault.ts';
import type { ReleaseRecord } from '#src/state/release-record.ts';
import { checkNotWithdrawn } from './check-not-withdrawn.ts';
import { enterEditions, type Lifecycle } from './enter-editions.ts';
import { finder } from './finder.ts';
import { findMissing } from './find-missing.ts';
import { findRelease, findSubject } from './find-named.ts';
import { makeFolderKeeper } from './folder-keeper.ts';
import { judge } from './judge.ts';
import type { ReleaseKeeper } from './keeper.ts';
import { makeLive } from './make-live.ts';
import { pointToLive } from './point-to-live.ts';
import { readLifecycleArguments, type LifecycleArguments } from './read-lifecycle-arguments.ts';
import { sayListed, sayStanding } from './say-lifecycle.ts';
import { takeUpChange } from './take-up-change.ts';
import { terminalPerson } from '#src/edges/terminal/terminal-person.ts';
import { withdraw } from './withdraw.ts';

/** `npm run release -- list | show | approve | reject | live | withdraw`: prints what it did; returns the exit code. */
export async function runLifecycle(argv: readonly string[], home: string): Promise<number> {
  const asked = readLifecycleArguments(argv);
  if (asked.kind === 'misunderstood') {
    process.stderr.write(`Not done: ${asked.message}.\n`);
    return 1;
  }
  try {
    const store = await openStore(readStorePlace(home, process.env), () => new Date());
    try {
      const lifecycle = { store, keeper: makeFolderKeeper(home) };
      await enterEditions(lifecycle, finder);
      await pointToLive(lifecycle);
      process.stdout.write(`${(await obey(asked, lifecycle)).join('\n')}\n`);
    } finally {
      await store.close();
    }
    return 0;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    process.stderr.write(`Not done: ${error.message}.\n`);
    return 1;
  }
}

type Asked = Exclude<LifecycleArguments, { kind: 'misunderstood' }>;

async function obey(asked: Asked, lifecycle: Lifecycle): Promise<readonly string[]> {
  const { store, keeper } = lifecycle;
  const releases = await store.releases.list();
  if (asked.kind === 'list') return list(lifecycle, releases);
  if (asked.kind === 'show') return show(keeper, findRelease(releases, asked.name));
  if (asked.kind === 'approve' || asked.kind === 'reject')
    return judgeNamed(asked, lifecycle, releases);
  const release = findRelease(releases, asked.name);
  const { name, releaseId } = release;
  const audit = { ...terminalPerson(asked.as).audit, release: releaseId };
  if (asked.kind === 'live') {
    await makeLive(lifecycle, release, audit);
    return [`${name} is live: it answers from now on.`];
  }
  await withdraw(lifecycle, release, { ...audit, reason: asked.reason });
  const live = await store.releases.live();
  const rest =
    live === undefined
      ? 'Nothing answers until another release is made live.'
      : `${live.name} goes on answering.`;
  return [`${name} is withdrawn and never answers again. ${rest}`];
}

async function list(
  { store, keeper }: Lifecycle,
  releases: readonly ReleaseRecord[],
): Promise<readonly string[]> {
  if (releases.length === 0) return ['There is no release yet: npm run release makes one.'];
  const there = new Set(await keeper.names());
  const lines = releases.map(async (record) =>
    sayListed({
      record,
      release: await store.proposals.find({ kind: 'release', id: record.name }),
      policy: await store.proposals.find({ kind: 'policy', id: record.policyHash }),
      isThere: there.has(record.name),
    }),
  );
  return (await Promise.all(lines)).flat();
}

async function show(keeper: ReleaseKeeper, { name }: ReleaseRecord): Promise<readonly string[]> {
  const lines = await keeper.report(name);
  return [name, ...lines.map(([line, value]) => `  ${line}: ${value}`)];
}

async function judgeNamed(
  asked: Extract<Asked, { kind: 'approve' | 'reject' }>,
  lifecycle: Lifecycle,
  releases: readonly ReleaseRecord[],
): Promise<readonly string[]> {
  const { store } = lifecycle;
  const { kind, id, release } = findSubject(releases, asked.name);
  if (kind === 'release') checkNotWithdrawn(release);
  const { person, audit } = terminalPerson(asked.as);
  const standing = await judge(
    store,
    {
      subject: { kind, id },
      fingerprint: kind === 'policy' ? id : await findContent(lifecycle, release),
      person,
      reason: asked.kind === 'reject' ? asked.reason : undefined,
    },
    { ...audit, release: release.releaseId },
  );
  const missing = await findMissing(store, release);
  const next =
    missing.length === 0 ? `npm run release -- live ${release.name}` : `${missing.join(', and ')}.`;
  return [
    `${kind === 'policy' ? `The policy ${id.slice(0, 12)}` : release.name}: ${sayStanding(standing)}`,
    ...(standing.kind === 'approved' && release.state !== 'live' ? [`Next: ${next}`] : []),
  ];
}

/** The fingerprint of what somebody judges now, if that is still what was entered; else a word that fits no content. */
async function findContent(lifecycle: Lifecycle, release: ReleaseRecord): Promise<string> {
  const found = await lifecycle.keeper.describe(release.name);
  if (found === undefined) return 'lost';
  return (await takeUpChange(lifecycle, release, found)) ? found.fingerprint : 'changed';
}
