import type { ProtectedCube } from '#src/disclosure/cube.ts';
import { withDuckdb } from './duckdb-file.ts';
import { blockBroken } from './gate/block-broken.ts';
import { checkColumns } from './gate/check-columns.ts';
import { checkStructure } from './gate/check-structure.ts';
import { checkWritten } from './gate/check-written.ts';
import { readPublished } from './gate/published-figures.ts';

/**
 * The part of the gate that needs no raw data, for a file that is written again: its structure and, where given, every leaf and bound against
 * the protected cube. Throws `ReleaseFault` `gate`, which names the rules and never a figure. Source: docs/policy.md, paragraph 15.
 */
export async function checkRelease(file: string, cube: ProtectedCube | undefined): Promise<void> {
  const rules = await withDuckdb(file, { access_mode: 'READ_ONLY' }, async (connection) => {
    const structure = [await checkColumns(connection), ...(await checkStructure(connection))];
    if (cube === undefined) return structure;
    const { areas, weeks, modes } = cube;
    const published = await readPublished(connection, { areas: areas.codes, weeks, modes });
    return [...structure, ...checkWritten(published, cube)];
  });
  blockBroken(rules);
}
