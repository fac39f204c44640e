import type { RawCube } from '#src/disclosure/cube.ts';
import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import type { PrivilegedFigures } from '#src/disclosure/protect.ts';
import type { Baseline } from '#src/disclosure/revise/baseline.ts';
import { withDuckdb } from '../duckdb-file.ts';
import { writeAtomically } from '#src/edges/write-atomically.ts';
import { blockBroken } from './block-broken.ts';
import { gateStreams, type GateSample } from './gate-sample.ts';
import { privilegedReport } from './privileged-report.ts';
import { publicReport, writePublicReport, type PublicReport } from './public-report.ts';
import { readPublished } from './published-figures.ts';
import { runGate } from './run-gate.ts';

/**
 * A release that is written and not yet live. `file`: where it lies aside. `raw`: all that it was drawn from. `baseline`: what it stands on;
 * `before`: what the release that it revises stood on. `reportFile`: where the privileged report goes, beside the raw data.
 * `onProgress` counts steps.
 */
export type GatedRelease = {
  readonly file: string;
  readonly releaseId: string;
  readonly raw: RawCube;
  readonly policy: DisclosurePolicy;
  readonly baseline: Baseline;
  readonly before: Baseline | undefined;
  readonly privileged: PrivilegedFigures;
  readonly reportFile: string;
  readonly sample: GateSample;
  readonly onProgress: (done: number, total: number) => void;
};

/**
 * The gate: holds every leaf of a written release against the rules, attacks a sample of it, keeps the privileged report and writes the public
 * one into the file. Throws `ReleaseFault` `gate` where any rule is broken: the file must then never be read.
 * It opens no key: its test keys come from the release's id. Source: docs/policy.md, paragraph 15.
 */
export async function gateRelease(release: GatedRelease): Promise<PublicReport> {
  const { file, raw, policy, baseline, before, sample, onProgress } = release;
  const streams = gateStreams(release.releaseId);
  const { run, report, privileged } = await withDuckdb(
    file,
    { access_mode: 'READ_ONLY' },
    async (connection) => {
      const { areas, weeks, modes } = raw;
      const published = await readPublished(connection, { areas: areas.codes, weeks, modes });
      const figures = { raw, policy, published, baseline, before };
      const run = await runGate({ connection, figures, sample, streams, onProgress });
      const report = await publicReport({ connection, figures, run, sample, streams });
      const privileged = await privilegedReport({ connection, figures, run, sample });
      return { run, report, privileged };
    },
  );
  const all = { ...privileged, figures: release.privileged, public: report };
  await writeAtomically(release.reportFile, `${JSON.stringify(all, undefined, 2)}\n`, 0o600);
  blockBroken(run.steps.flatMap(({ rules }) => rules));
  await withDuckdb(file, {}, async (connection) => {
    await writePublicReport(connection, report);
    await connection.run('CHECKPOINT');
  });
  return report;
}
