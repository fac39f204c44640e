import type { DuckDBConnection } from '@duckdb/node-api';
import type { RawCube } from '#src/disclosure/cube.ts';
import { numberOfFlow } from '#src/disclosure/revise/flow-number.ts';
import { releaseSql } from '../release-query.ts';
import type { JudgedWindow } from './check-new-leaves.ts';
import type { RuleCount } from './gate-figures.ts';

/** Half of a 95 % interval over the base, at and below which an average is said to pin a flow. */
const pinned = 0.25;

/**
 * The averaging attack: whoever reads the file takes the mean of every flow's hidden weeks in each window. Each flow that this pins must be about
 * enough devices in that window. The standard error is Agresti and Coull's (1998). Source: docs/policy.md, paragraph 4.
 */
export async function attackAverages(
  connection: DuckDBConnection,
  { areas, weeks }: RawCube,
  windows: readonly JudgedWindow[],
): Promise<RuleCount> {
  const sql = await releaseSql('attack-averages');
  let checked = 0;
  let broken = 0;
  for (const { window, eligible } of windows) {
    const params = {
      first_week: weeks[window.written] ?? '',
      last_week: weeks[window.end - 1] ?? '',
    };
    const rows = await readRows(connection, sql, params);
    for (const { origin, destination, mode, high, exact } of rows) {
      const hidden = window.end - window.written - exact;
      if (hidden === 0 || !isPinned(high, hidden)) continue;
      checked += 1;
      const isEligible = eligible.has(
        numberOfFlow({ origin, destination, mode }, areas.codes.length),
      );
      broken += Number(!isEligible);
    }
  }
  return { rule: 'an average that tells of too few devices', checked, broken };
}

function isPinned(high: number, draws: number): boolean {
  const share = (high + 2) / (draws + 4);
  return 2 * Math.sqrt((share * (1 - share)) / (draws + 4)) <= pinned;
}

type FlowDraws = Record<'origin' | 'destination' | 'mode' | 'high' | 'exact', number>;

async function readRows(
  connection: DuckDBConnection,
  sql: string,
  params: Record<string, string>,
): Promise<readonly FlowDraws[]> {
  const rows = (await connection.runAndReadAll(sql, params)).getRows();
  return rows.map((row) => {
    const [origin = 0, destination = 0, mode = 0, high = 0, exact = 0] = row.map(Number);
    return { origin, destination, mode, high, exact };
  });
}
