import { afterEach, expect, test } from 'vitest';
import { enterEditions } from '#src/release/lifecycle/enter-editions.ts';
import { pointToLive } from '#src/release/lifecycle/point-to-live.ts';
import { ownFolder } from '#test/support/own-folder.ts';
import { openScene, someEdition, type Scene } from './scene.ts';

// Each test needs a state that knows nothing yet.
const open: Scene[] = [];

afterEach(async () => {
  for (const { store } of open.splice(0)) await store.close();
});

/** A state of its own that knows nothing, and three editions, of which `answering` answers. */
async function setScene(answering?: 0 | 1 | 2) {
  const scene = await openScene(ownFolder());
  open.push(scene);
  const editions = [someEdition(), someEdition(), someEdition()] as const;
  for (const edition of editions) scene.keeper.editions.set(edition.name, edition);
  if (answering !== undefined) scene.keeper.pointer = editions[answering].name;
  const stateOf = async () =>
    Promise.all(editions.map(async ({ name }) => (await scene.record(name)).state));
  return { scene, editions, stateOf };
}

test('the edition that answered before there was a record goes on, and the record says why nobody approved it', async () => {
  const { scene, editions, stateOf } = await setScene(1);
  await enterEditions(scene);
  await pointToLive(scene);
  expect(await stateOf()).toEqual(['staged', 'live', 'staged']);
  expect(scene.keeper.pointer).toBe(editions[1].name);
  const wentLive = (await scene.events()).filter(({ action }) => action === 'release.live');
  expect(wentLive).toMatchObject([
    { subject: editions[1].name, reason: 'it answered before releases were recorded' },
  ]);
});

test('that holds too where the first attempt to enter them broke off', async () => {
  const { scene, editions, stateOf } = await setScene(2);
  let changes = 0;
  const failing: Scene['store'] = {
    ...scene.store,
    change: (work) => {
      changes += 1;
      return changes === 2 ? Promise.reject(new Error('no')) : scene.store.change(work);
    },
  };
  await expect(enterEditions({ store: failing, keeper: scene.keeper })).rejects.toThrow('no');
  await enterEditions(scene);
  await pointToLive(scene);
  expect(await stateOf()).toEqual(['staged', 'staged', 'live']);
  expect(scene.keeper.pointer).toBe(editions[2].name);
});

test('a pointer makes nothing live where its file is lost, nor once there is a record, and is taken away', async () => {
  const { scene, stateOf } = await setScene();
  scene.keeper.pointer = 'lost';
  await enterEditions(scene);
  expect(await stateOf()).toEqual(['staged', 'staged', 'staged']);
  await pointToLive(scene);
  expect(scene.keeper.pointer).toBeUndefined();
  const later = someEdition();
  scene.keeper.editions.set(later.name, later);
  scene.keeper.pointer = later.name;
  await enterEditions(scene);
  expect((await scene.record(later.name)).state).toBe('staged');
  expect(await scene.store.releases.live()).toBeUndefined();
  await pointToLive(scene);
  expect(scene.keeper.pointer).toBeUndefined();
});
