import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { openStore } from '#src/edges/store/open-store.ts';
import { currentRelease } from '#src/edges/warehouse/current-release.ts';
import { enterEditions } from '#src/release/lifecycle/enter-editions.ts';
import { makeFolderKeeper } from '#src/release/lifecycle/folder-keeper.ts';
import { makeLive } from '#src/release/lifecycle/make-live.ts';
import { pointToLive } from '#src/release/lifecycle/point-to-live.ts';
import { withdraw } from '#src/release/lifecycle/withdraw.ts';
import { parseEvent } from '#src/state/audit-event.ts';
import type { ReleaseState } from '#src/state/release-record.ts';
import type { Store } from '#src/state/store.ts';
import { makeTinyRelease } from '#test/support/make-tiny-release.ts';
import { everyNth } from '#test/support/thorough.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import { approve, by, recordOf } from './scene.ts';

const program = fileURLToPath(import.meta.resolve('./die-during-lifecycle.ts'));
const template = ownFolder();

async function withStore<T>(home: string, task: (store: Store) => Promise<T>): Promise<T> {
  const place = { home, databaseUrl: undefined, auditKeyFile: undefined };
  const store = await openStore(place, () => new Date());
  try {
    return await task(store);
  } finally {
    await store.close();
  }
}

const makeFile = (name: string) =>
  makeTinyRelease(join(template, 'releases'), {
    name,
    weeks: 2,
    release: { synthetic: false, releaseId: name },
  });

// "old" answers, "new" is approved, and "latest" is a file that nobody has entered yet.
beforeAll(async () => {
  const keeper = makeFolderKeeper(template);
  await withStore(template, async (store) => {
    for (const name of ['old', 'new']) {
      await makeFile(name);
      await enterEditions({ store, keeper });
      const record = await recordOf(store, name);
      await approve({ store }, record);
      if (name === 'old') await makeLive({ store, keeper }, record, by('dora'));
    }
  });
  await makeFile('latest');
}, 60_000);

/** What the pointer names: a file, or why none. */
async function answering(home: string): Promise<string> {
  const pointer = await currentRelease(home);
  return pointer.kind === 'live' ? pointer.file.replace(/.*\/|\.duckdb$/gu, '') : pointer.kind;
}

type States = Readonly<Record<string, ReleaseState>>;
const before: States = { old: 'live', new: 'staged', latest: 'staged' };
const replaced: States = { old: 'superseded', new: 'live', latest: 'staged' };
const ended: States = { old: 'withdrawn', new: 'staged', latest: 'staged' };

const kills = [
  ['enter', 'latest', 'within the change', 'old', before, 'old'],
  ['enter', 'latest', 'after the change', 'old', before, 'old'],
  ['live', 'new', 'within the change', 'old', before, 'old'],
  ['live', 'new', 'after the change', 'old', replaced, 'new'],
  ['live', 'new', 'before the pointer', 'old', replaced, 'new'],
  ['live', 'new', 'after the pointer', 'new', replaced, 'new'],
  ['withdraw', 'old', 'within the change', 'old', before, 'old'],
  ['withdraw', 'old', 'after the change', 'old', ended, 'withdrawn'],
  ['withdraw', 'old', 'after the pointer', 'withdrawn', ended, 'withdrawn'],
] as const;

test.each(everyNth(2, kills))(
  '"%s %s", killed %s: the next command finds it done or not done, and points to what is live',
  async (action, name, step, left, states, mended) => {
    const home = ownFolder();
    cpSync(template, home, { recursive: true });
    const { signal, stderr } = spawnSync(process.execPath, [program, home, action, name, step], {
      encoding: 'utf8',
    });
    expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
    expect(await answering(home)).toBe(left);
    await withStore(home, async (store) => {
      const lifecycle = { store, keeper: makeFolderKeeper(home) };
      // As every command begins.
      await enterEditions(lifecycle);
      await pointToLive(lifecycle);
      const records = await store.releases.list();
      expect(Object.fromEntries(records.map((each) => [each.name, each.state]))).toEqual(states);
      expect(await answering(home)).toBe(mended);

      // Done again, it is done once.
      const record = await recordOf(store, name);
      if (action === 'live') await makeLive(lifecycle, record, by('dora'));
      if (action === 'withdraw')
        await withdraw(lifecycle, record, { ...by('bea'), reason: 'wrong' }).catch(() => undefined);
      const done = { enter: 'old', live: 'new', withdraw: 'withdrawn' }[action];
      expect(await answering(home)).toBe(done);
      const actions = (await store.audit.rows(0, 1000))
        .map(({ event }) => parseEvent(event))
        .filter((event) => event?.subject === name)
        .map((event) => event?.action);
      const recorded = {
        enter: 'release.staged',
        live: 'release.live',
        withdraw: 'release.withdrawn',
      };
      const wanted = Object.entries(recorded).find(([key]) => key === action)?.[1];
      expect(actions.filter((each) => each === wanted)).toHaveLength(1);
    });
    // Each is 40 MB.
    rmSync(home, { recursive: true });
  },
);
