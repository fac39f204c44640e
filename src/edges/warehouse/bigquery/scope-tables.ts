import { protectedTables } from '#src/edges/warehouse/protected-tables.ts';
import { mapTables } from '#src/edges/warehouse/rewrite/tokenise.ts';
import type { BigQueryPlace } from './bigquery-place.ts';

/** The parameter that names the release: every table is partitioned by it. */
export const releaseParameter = 'release_number';

/**
 * A registered query for BigQuery: each table becomes its rows of one release. What it selects is not changed; BigQuery reads the columns that are used. Throws an `Error`
 * for a table that is not of a protected release.
 */
export function scopeTables(
  sql: string,
  { project, dataset }: Pick<BigQueryPlace, 'project' | 'dataset'>,
): string {
  return mapTables(sql, (name) => {
    if (!protectedTables.has(name)) throw new Error(`the table ${name} may not be read`);
    const table = name.slice(name.indexOf('.') + 1);
    return `(SELECT * EXCEPT (${releaseParameter}) FROM \`${project}.${dataset}.${table}\` WHERE ${releaseParameter} = @${releaseParameter})`;
  });
}
