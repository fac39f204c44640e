import type { ProtectedCube } from '#src/disclosure/cube.ts';
import { Fault } from '#src/fault.ts';
import { withDuckdb } from './duckdb-file.ts';
import { releaseSql } from './release-query.ts';
import { textRows } from './text-rows.ts';

/**
 * The structural gate: opens a written release and holds it against the rules of queries/release/check-release.sql and, where given,
 * week by week against the protected cube. Throws `ReleaseFault` `gate`, which names the rule and never a figure.
 */
export async function checkRelease(file: string, cube: ProtectedCube | undefined): Promise<void> {
  const broken = await withDuckdb(file, { access_mode: 'READ_ONLY' }, async (connection) => {
    const rules = (await textRows(connection, await releaseSql('check-release')))
      .filter((row) => Number(row['broken']) > 0)
      .map((row) => row['rule'] ?? '');
    if (cube === undefined) return rules;
    const sums = await textRows(
      connection,
      'SELECT CAST(week AS VARCHAR) AS week, CAST(sum(trips) AS DOUBLE) AS trips FROM leaf_weekly GROUP BY week',
    );
    const written = new Map(
      sums.map((row): [string, number] => [row['week'] ?? '', Number(row['trips'])]),
    );
    return isSame(weekSums(cube), written)
      ? rules
      : [...rules, 'a week that is not the sum of what was protected'];
  });
  if (broken.length > 0)
    throw new Fault(
      'ReleaseFault',
      'gate',
      `the written release breaks a rule and was deleted: ${broken.join('; ')}`,
    );
}

function weekSums({ weeks, leaves }: ProtectedCube): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  leaves.trips.forEach((trips, row) => {
    const week = weeks[leaves.week[row] ?? 0] ?? '';
    sums.set(week, (sums.get(week) ?? 0) + trips);
  });
  return sums;
}

function isSame(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([week, trips]) => b.get(week) === trips);
}
