import { join } from 'node:path';
import { queries } from '#queries/index.ts';
import { currentRelease } from '#src/edges/warehouse/current-release.ts';
import { makeDuckdbWarehouse } from '#src/edges/warehouse/make-duckdb-warehouse.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Place } from '#src/open-release.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import type { ReleaseInfo } from '#src/release-info.ts';

/** What answers at this moment: a release and its words, or nothing, because there was none yet or the last one was withdrawn. */
export type Live =
  | { readonly kind: 'live'; readonly release: ReleaseInfo; readonly vocabulary: Vocabulary }
  | { readonly kind: 'none' | 'withdrawn' };

const deadlineMs = 10_000;

/** Looks at the release that answers; none is made. Throws `WarehouseFault`, and `StoreFault` `badPointer`. */
export async function readLive({ home, projectFolder }: Place): Promise<Live> {
  const current = await currentRelease(home);
  if (current.kind !== 'live') return current;
  const sqlFolder = join(projectFolder, 'queries');
  const warehouse = await makeDuckdbWarehouse({ file: current.file, queries, sqlFolder });
  try {
    const vocabulary = await readVocabulary(warehouse, { deadlineMs });
    return { kind: 'live', release: warehouse.release, vocabulary };
  } finally {
    await warehouse.close();
  }
}
