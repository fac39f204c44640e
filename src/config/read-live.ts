import { findReleases, type Place } from '#src/find-releases.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import type { ReleaseInfo } from '#src/release-info.ts';

/** What answers at this moment: a release and its words, or nothing, because there was none yet or the last one was withdrawn. */
export type Live =
  | { readonly kind: 'live'; readonly release: ReleaseInfo; readonly vocabulary: Vocabulary }
  | { readonly kind: 'none' | 'withdrawn' };

const deadlineMs = 10_000;

/** Looks at the release that answers; none is made. Throws `ConfigFault`, `WarehouseFault`, and `StoreFault` `badPointer`. */
export async function readLive(place: Place): Promise<Live> {
  const releases = await findReleases(place);
  const current = await releases.current();
  if (current.kind !== 'live') return current;
  const warehouse = await releases.open(current.name);
  try {
    const vocabulary = await readVocabulary(warehouse, { deadlineMs });
    return { kind: 'live', release: warehouse.release, vocabulary };
  } finally {
    await warehouse.close();
  }
}
