import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeStore } from '#src/edges/store/make-store.ts';
import type { Database } from '#src/edges/store/database.ts';
import { messageKind, messageState } from '#src/state/message.ts';
import { proposalKind } from '#src/state/proposal.ts';
import { releaseState } from '#src/state/release-record.ts';
import { makeWitness } from '#src/edges/store/witness.ts';
import { fixtureMac } from './fixture-audit.ts';
import { recordingDatabase } from './recording-database.ts';
import type { Transcript } from './transcript.ts';
import { birth, wholeLife } from './whole-life.ts';

/** Lives a whole life on a database whose tables are there; returns all that was said. */
export async function live(database: Database): Promise<Transcript> {
  const clock = { now: birth };
  const recording = recordingDatabase(database);
  const folder = await mkdtemp(join(tmpdir(), 'mobility-life-'));
  const store = makeStore({
    database: recording.database,
    mac: fixtureMac,
    clock: () => clock.now,
    witness: makeWitness(join(folder, 'witness.json'), recording.database),
  });
  for (const part of wholeLife) await part(store, clock);
  await rm(folder, { recursive: true });
  return { knows: knownWords, ...recording.heard() };
}

/** The closed lists that a replica reads in rows that another one wrote, by table and column. */
const knownWords: Transcript['knows'] = {
  'outbox.kind': [...messageKind.options],
  'outbox.state': [...messageState.options],
  'proposal.kind': [...proposalKind.options],
  'release.state': [...releaseState.options],
};

/** Random names as names that count up, so that what is recorded twice is the same. */
export function withoutChance(json: string): string {
  const names = new Map<string, string>();
  return json.replaceAll(
    /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/gu,
    (id) => {
      const name =
        names.get(id) ?? `00000000-0000-4000-8000-${String(names.size + 1).padStart(12, '0')}`;
      names.set(id, name);
      return name;
    },
  );
}
