import { basename } from 'node:path';
import { openStore } from '#src/edges/store/open-store.ts';
import { readStorePlace } from '#src/edges/store/store-place.ts';
import { terminalPerson } from '#src/edges/terminal/terminal-person.ts';
import { Fault } from '#src/fault.ts';
import type { AuditContext } from '#src/state/audit-event.ts';
import type { Released } from '../release-dataset.ts';
import { enterEditions } from './enter-editions.ts';
import { findMissing } from './find-missing.ts';
import { makeFolderKeeper } from './folder-keeper.ts';
import type { ReleaseKeeper } from './keeper.ts';
import { makeLive } from './make-live.ts';
import { pointToLive } from './point-to-live.ts';

/** Enters what the release job made, and lets it answer if it needs no approval. Returns one line on what becomes of it. Throws `StoreFault`. */
export async function stage(released: Released, home: string): Promise<string> {
  const name = basename(released.file, '.duckdb');
  const keeper = makeFolderKeeper(home);
  const { audit } = terminalPerson(undefined);
  await keeper.sign(name, audit);
  try {
    return await enter(name, { home, keeper, audit });
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'inUse') throw error;
    return `${name} is staged. It is entered when a program or command next opens the state, which another one has open now.`;
  }
}

type Making = {
  readonly home: string;
  readonly keeper: ReleaseKeeper;
  readonly audit: AuditContext;
};

async function enter(name: string, { home, keeper, audit }: Making): Promise<string> {
  const store = await openStore(readStorePlace(home, process.env), () => new Date());
  try {
    const lifecycle = { store, keeper };
    await enterEditions(lifecycle);
    await pointToLive(lifecycle);
    const record = (await store.releases.list()).find((each) => each.name === name);
    if (record === undefined)
      throw new Fault(
        'StoreFault',
        'notEntered',
        `the file of ${name} was not checked by this version of the program, so it cannot be entered: put a backup of it in its place, or take its line out of ledger.jsonl, beside the raw data, if nobody has seen it`,
      );
    if (record.state === 'withdrawn')
      return `${name} was withdrawn and never answers again. New data or a new policy make a new release.`;
    if (record.state === 'live') return `${name} is live.`;
    if (!record.synthetic) {
      const missing = await findMissing((subject) => store.proposals.find(subject), record);
      return missing.length === 0
        ? `${name} is approved. To let it answer: npm run release -- live ${name}`
        : `${name} is staged. It answers once two other people have approved it (npm run release -- approve ${name} --as WHO) and it is made live.`;
    }
    await makeLive(lifecycle, record, audit);
    return `${name} is live. It is synthetic, so it approved itself.`;
  } finally {
    await store.close();
  }
}
