import type { DuckDBConnection } from '@duckdb/node-api';
import { withDuckdb } from '../duckdb-file.ts';
import { attackedDraw, type Attacked } from './attacked-draw.ts';
import { attackedGaps } from './attacked-gaps.ts';
import { boundsRows } from './bounds-rows.ts';
import { checkPlaces } from './check-places.ts';
import { findBounds } from './find-bounds.ts';
import type { AttackOptions } from './read-attack-arguments.ts';
import { readPublished, type PublishedText } from './read-published.ts';
import { sayBounds } from './say-bounds.ts';
import { writeTogether } from './write-together.ts';

/** Attacks a published table as a reader could and writes what is left of every hidden cell. Returns lines to print. Throws `Rejection` or a `Fault`. */
export async function attackPublished(options: AttackOptions): Promise<readonly string[]> {
  const { source, out } = options;
  checkPlaces([source.file, ...source.parents.map(({ file }) => file)], [out]);
  const { published, attacked } = await withDuckdb(':memory:', { threads: '2' }, (connection) =>
    readAttacked(connection, options),
  );
  const bounds = await findBounds(attacked);
  await writeTogether([
    { file: out, pieces: () => [boundsRows(source.keys, published, attacked, bounds)] },
  ]);
  return sayBounds(bounds, options.narrow);
}

async function readAttacked(
  connection: DuckDBConnection,
  options: AttackOptions,
): Promise<{ readonly published: PublishedText; readonly attacked: Attacked }> {
  const { hiding } = options;
  const published = await readPublished(connection, options);
  switch (hiding.kind) {
    case 'drawn':
      return { published, attacked: await attackedDraw(connection, published, options, hiding) };
    case 'withheld':
      return { published, attacked: await attackedGaps(connection, published, options, hiding) };
    default:
      return hiding satisfies never;
  }
}
