import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStorePlace, type StorePlace } from './store-place.ts';

/** A place for a state that nobody needs afterwards: embedded, in a folder of its own, whatever the environment says. */
export type Scratch = { readonly place: StorePlace; readonly remove: () => Promise<void> };

/** Makes one. */
export async function openScratch(): Promise<Scratch> {
  const home = await mkdtemp(join(tmpdir(), 'mobility-'));
  return {
    place: readStorePlace(home, {}),
    remove: () => rm(home, { recursive: true, force: true }),
  };
}
