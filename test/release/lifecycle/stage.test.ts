import { userInfo } from 'node:os';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openStore } from '#src/edges/store/open-store.ts';
import { runLifecycle } from '#src/release/lifecycle/lifecycle-command.ts';
import { stage } from '#src/release/lifecycle/stage.ts';
import type { Store } from '#src/state/store.ts';
import { makeTinyRelease, type TinyOptions } from '#test/support/make-tiny-release.ts';
import { ownFolder } from '#test/support/own-folder.ts';

// A DATABASE_URL of whoever runs the tests must not be theirs.
beforeEach(() => void vi.stubEnv('DATABASE_URL', ''));
afterEach(() => void vi.unstubAllEnvs());

const home = ownFolder();
const releases = join(home, 'releases');

/** Stages a small release of that name, as the job does when it has made it. */
async function stageTiny(name: string, release: TinyOptions['release'] = {}): Promise<string> {
  const { file } = await makeTinyRelease(releases, { name, weeks: 2, release });
  return stage({ kind: 'alreadyReleased', releaseId: 'tiny-1', file }, home);
}

async function withStore<T>(task: (store: Store) => Promise<T>): Promise<T> {
  const place = { home, databaseUrl: undefined, auditKeyFile: undefined };
  const store = await openStore(place, () => new Date());
  try {
    return await task(store);
  } finally {
    await store.close();
  }
}

const liveName = () => withStore(async (store) => (await store.releases.live())?.name);

test('synthetic data go live at once, real data wait, and each is said', async () => {
  expect(await stageTiny('demo')).toBe('demo is live. It is synthetic, so it approved itself.');
  expect(await stageTiny('demo')).toBe('demo is live.');
  expect(await stageTiny('real', { synthetic: false })).toBe(
    'real is staged. It answers once two other people have approved it (npm run release -- approve real --as WHO) and it is made live.',
  );
  expect(await liveName()).toBe('demo');
});

test('where the state is open elsewhere the release is staged, and the next command takes it up', async () => {
  const said = await withStore(() => stageTiny('later', { synthetic: false }));
  expect(said).toBe(
    'later is staged. It is entered when a program or command next opens the state, which another one has open now.',
  );
  writeFileSync(join(releases, 'current.json'), '{"file":"later.duckdb"}');
  const printed: string[] = [];
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  expect(await runLifecycle(['list'], home)).toBe(0);
  write.mockRestore();
  expect(printed.join('')).toMatch(
    new RegExp(
      `^later: staged .*\\n {2}Made by ${userInfo().username}\\. Needs the approval of two people\\.\\n`,
      'u',
    ),
  );
  // Every command begins with mending the pointer.
  expect(readFileSync(join(releases, 'current.json'), 'utf8')).toContain('"demo.duckdb"');
});

test('what was withdrawn is said to be, though its file is there', async () => {
  const why = { actor: { kind: 'program', name: 'a test' }, reason: 'wrong' } as const;
  await withStore((store) => store.change((change) => change.releases.withdraw('demo', why)));
  expect(await stageTiny('demo')).toBe(
    'demo was withdrawn and never answers again. New data or a new policy make a new release.',
  );
  expect(await liveName()).toBeUndefined();
});

test('a release whose file is gone is not staged, and the fault says so', async () => {
  const { file } = await makeTinyRelease(releases, { name: 'gone', weeks: 2 });
  rmSync(file);
  await expect(
    stage({ kind: 'alreadyReleased', releaseId: 'tiny-1', file }, home),
  ).rejects.toMatchObject({ name: 'StoreFault', code: 'notEntered' });
});
