import type { DuckDBConnection } from '@duckdb/node-api';
import { releaseSql } from '../release-query.ts';
import { textRows } from '../text-rows.ts';
import type { RuleCount } from './gate-figures.ts';

/** The rules of queries/release/check-release.sql on every row of the open release. */
export async function checkStructure(connection: DuckDBConnection): Promise<readonly RuleCount[]> {
  const rows = await textRows(connection, await releaseSql('check-release'));
  return rows.map(({ rule = '', broken }) => ({ rule, broken: Number(broken) }));
}
