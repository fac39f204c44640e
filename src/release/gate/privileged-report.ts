import { textRows } from '../text-rows.ts';
import { areaShares, type AreaShare } from './area-shares.ts';
import type { InsiderTarget } from './attack-insider.ts';
import { levelErrors, type LevelError } from './level-errors.ts';
import type { ReportMatter } from './public-report.ts';
import type { GateStep } from './run-gate.ts';

/** Exact figures about the hidden: they stay with the release job. */
export type PrivilegedReport = {
  readonly verdict: 'passed' | 'failed';
  readonly steps: readonly GateStep[];
  readonly errors: readonly LevelError[];
  readonly areas: readonly AreaShare[];
  readonly insiders: readonly InsiderTarget[];
};

/** The privileged report of a run. */
export async function privilegedReport({
  connection,
  figures,
  run,
}: ReportMatter): Promise<PrivilegedReport> {
  const rows = await textRows(connection, 'SELECT code, level FROM area');
  const levels = new Map(rows.map(({ code = '', level = '' }) => [code, level]));
  const isBroken = run.steps.some(({ rules }) => rules.some(({ broken }) => broken > 0));
  return {
    verdict: isBroken ? 'failed' : 'passed',
    steps: run.steps,
    errors: levelErrors(figures, levels),
    areas: areaShares(figures),
    insiders: run.insiderTargets,
  };
}
