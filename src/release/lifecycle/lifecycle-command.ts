import { openStore } from '#src/edges/store/open-store.ts';
import { readStorePlace } from '#src/edges/store/store-place.ts';
import { terminalPerson } from '#src/edges/terminal/terminal-person.ts';
import { Fault } from '#src/fault.ts';
import type { ReleaseRecord } from '#src/state/release-record.ts';
import { checkNotWithdrawn } from './check-not-withdrawn.ts';
import { enterEditions, type Lifecycle } from './enter-editions.ts';
import { findMissing } from './find-missing.ts';
import { findRelease, findSubject, findWhole } from './find-named.ts';
import { makeFolderKeeper } from './folder-keeper.ts';
import { judge } from './judge.ts';
import { lostFile, makeLive } from './make-live.ts';
import { pointToLive } from './point-to-live.ts';
import { readLifecycleArguments, type LifecycleArguments } from './read-lifecycle-arguments.ts';
import { sayListed, sayStanding } from './say-lifecycle.ts';
import { takeUpChange } from './take-up-change.ts';
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
      await enterEditions(lifecycle);
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
  const { store } = lifecycle;
  const releases = await store.releases.list();
  if (asked.kind === 'list') return list(lifecycle, releases);
  if (asked.kind === 'show') return show(lifecycle, findRelease(releases, asked.name));
  if (asked.kind === 'approve' || asked.kind === 'reject')
    return judgeNamed(asked, lifecycle, releases);
  const find = asked.kind === 'withdraw' ? findWhole : findRelease;
  const release = find(releases, asked.name);
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

async function show(lifecycle: Lifecycle, release: ReleaseRecord): Promise<readonly string[]> {
  const lines = await lifecycle.keeper.report(release.name);
  const { content } = await findContent(lifecycle, release);
  const digits = content.slice(0, digitsShown);
  return [
    release.name,
    `  content: ${digits} (to approve this and nothing else, add --content ${digits})`,
    ...lines.map(([line, value]) => `  ${line}: ${value}`),
  ];
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
  const { content, isEntered } =
    kind === 'policy' ? { content: id, isEntered: true } : await findContent(lifecycle, release);
  const shown = asked.kind === 'approve' ? asked.content : undefined;
  const isMeant = shown === undefined ? isEntered : content.startsWith(shown);
  const standing = await judge(
    store,
    {
      subject: { kind, id },
      fingerprint: isMeant ? content : 'changed',
      person,
      reason: asked.kind === 'reject' ? asked.reason : undefined,
    },
    { ...audit, release: release.releaseId },
  );
  const missing = await findMissing((name) => store.proposals.find(name), release);
  const next =
    missing.length === 0 ? `npm run release -- live ${release.name}` : `${missing.join(', and ')}.`;
  return [
    `${kind === 'policy' ? `The policy ${id.slice(0, 12)}` : release.name}: ${sayStanding(standing)}`,
    ...(standing.kind === 'approved' && release.state !== 'live' ? [`Next: ${next}`] : []),
  ];
}

const digitsShown = 12;

/** The fingerprint of a release as it is now, and whether that is what was entered: if not, it is entered now, and approvals begin anew. Throws `ReleaseFault` `lost`. */
async function findContent(
  lifecycle: Lifecycle,
  release: ReleaseRecord,
): Promise<{ readonly content: string; readonly isEntered: boolean }> {
  const found = await lifecycle.keeper.describe(release.name);
  if (found === undefined) throw lostFile(release.name);
  const isEntered = await takeUpChange(lifecycle, release, found);
  return { content: found.fingerprint, isEntered };
}
