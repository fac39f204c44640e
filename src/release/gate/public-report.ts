import type { DuckDBConnection } from '@duckdb/node-api';
import { simulateErrors } from '#src/disclosure/simulate-errors.ts';
import type { KeyedStream } from '#src/ports.ts';
import { insertTexts } from '../insert-texts.ts';
import { textRows } from '../text-rows.ts';
import type { GateFigures } from './gate-figures.ts';
import type { GateSample } from './gate-sample.ts';
import type { GateRun } from './run-gate.ts';

/** What anybody may know of how a release was checked, by name. Nothing in it depends on hidden leaves but that no rule is broken. */
export type PublicReport = Readonly<Record<string, string>>;

/** What a public report is made of; `connection` is to the written release. */
export type ReportMatter = {
  readonly connection: DuckDBConnection;
  readonly figures: GateFigures;
  readonly run: GateRun;
  readonly sample: GateSample;
};

/** A synthetic block of a constant size: the release's own is not public. */
const flows = 300;

const release = `SELECT release_id AS "release", mechanism, policy_hash AS "policy hash", threshold, base, key_id AS "key id" FROM release`;
const bounds = `SELECT CAST(quantile_disc(bound, 0.5) AS VARCHAR) AS median, CAST(max(bound) AS VARCHAR) AS largest FROM (SELECT SUM(bound) AS bound FROM error_bound GROUP BY destination) AS place WHERE bound > 0`;

/** The report of a run; it says `passed` only where no rule is broken. */
export async function publicReport({
  connection,
  figures: { raw, policy, baseline },
  run,
  sample,
  streams,
}: ReportMatter & { readonly streams: KeyedStream }): Promise<PublicReport> {
  const [said = {}] = await textRows(connection, release);
  const [bound = {}] = await textRows(connection, bounds);
  const { base } = baseline;
  const { linkedWeeks } = policy.lattice;
  const draw = { areas: raw.areas, base, linkedWeeks, flows, draws: sample.draws };
  const errors = simulateErrors(draw, streams('simulated errors'));
  const rules = run.steps.flatMap((step) => step.rules);
  return {
    ...Object.fromEntries(Object.entries(said).map(([name, text]) => [name, text ?? ''])),
    'error bound of half of the places': bound['median'] ?? '0',
    'largest error bound of a place': bound['largest'] ?? '0',
    ...Object.fromEntries(
      errors.map(({ kind, within95, within999, largest }) => [
        `simulated error of ${kind}`,
        JSON.stringify({ within95, within999, largest }),
      ]),
    ),
    'blocks attacked': String(run.blocks),
    // How many there were would tell of hidden leaves.
    'insider blocks at most': String(sample.blocks),
    'insider targets of a block at most': String(sample.targets),
    'leaves of an insider block at most': String(sample.leaves),
    'test keys of each value': String(sample.keys),
    seed: said['release'] ?? '',
    checks: JSON.stringify(rules.map(({ rule }) => rule)),
    verdict: rules.every(({ broken }) => broken === 0) ? 'passed' : 'failed',
  };
}

/** Writes the report into the release that it is of. */
export async function writePublicReport(
  connection: DuckDBConnection,
  report: PublicReport,
): Promise<void> {
  await connection.run('DELETE FROM report');
  await insertTexts(connection, 'report', Object.entries(report));
}
