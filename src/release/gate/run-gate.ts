import type { DuckDBConnection } from '@duckdb/node-api';
import { republish } from '#src/disclosure/protect.ts';
import { makeHighsSolver } from '#src/edges/solver/highs.ts';
import type { KeyedStream } from '#src/ports.ts';
import { attackAverages } from './attack-averages.ts';
import { attackBlocks } from './attack-blocks.ts';
import { attackInsider, type InsiderTarget } from './attack-insider.ts';
import { checkBounds } from './check-bounds.ts';
import { checkColumns } from './check-columns.ts';
import { checkDraw } from './check-draw.ts';
import { checkHeldSums } from './check-held-sums.ts';
import { checkNewLeaves, type JudgedWindow } from './check-new-leaves.ts';
import { checkRevision } from './check-revision.ts';
import { checkStanding } from './check-standing.ts';
import { checkStructure } from './check-structure.ts';
import { checkWritten } from './check-written.ts';
import type { GateFigures, RuleCount } from './gate-figures.ts';
import type { GateSample } from './gate-sample.ts';

/** One step of the gate: what its rules came to, and how long it took. */
export type GateStep = {
  readonly step: string;
  readonly durationMs: number;
  readonly rules: readonly RuleCount[];
};

/** All that the gate did. `blocks`: weeks and modes that the optimisation attack was made on. */
export type GateRun = {
  readonly steps: readonly GateStep[];
  readonly blocks: number;
  readonly insiderTargets: readonly InsiderTarget[];
};

/** What the gate works on. `streams`: of its choices and test keys. */
export type GateTask = {
  readonly connection: DuckDBConnection;
  readonly figures: GateFigures;
  readonly sample: GateSample;
  readonly streams: KeyedStream;
  readonly onProgress: (done: number, total: number) => void;
};

/** Nine checks of every leaf, then three attacks. */
export const gateSteps = 12;

/** Runs every check and attack, whatever the earlier ones came to. */
export async function runGate({
  connection,
  figures,
  sample,
  streams,
  onProgress,
}: GateTask): Promise<GateRun> {
  const steps: GateStep[] = [];
  const run = async (step: string, rules: () => Rules | Promise<Rules>): Promise<void> => {
    const started = performance.now();
    const found = await rules();
    steps.push({ step, durationMs: Math.round(performance.now() - started), rules: found });
    onProgress(steps.length, gateSteps);
  };
  let windows: readonly JudgedWindow[] = [];
  let blocks = 0;
  let insiderTargets: readonly InsiderTarget[] = [];
  await run('columns', async () => [await checkColumns(connection)]);
  await run('structure', () => checkStructure(connection));
  await run('written', () =>
    checkWritten(figures.published, republish(figures.raw, figures.baseline)),
  );
  await run('standing', () => [checkStanding(figures)]);
  await run('new leaves', () => {
    const found = checkNewLeaves(figures);
    windows = found.windows;
    return found.rules;
  });
  await run('revision', () => checkRevision(figures));
  await run('draw', () => [checkDraw(figures)]);
  await run('held sums', () => [checkHeldSums(figures)]);
  await run('error bounds', () => checkBounds(figures));
  await run('averaging attack', async () => [
    await attackAverages(connection, figures.raw, windows),
  ]);
  await run('optimisation attack', async () => {
    const { base } = figures.baseline;
    const solver = await makeHighsSolver();
    const uniform = streams('blocks');
    const attack = await attackBlocks(connection, { base, solver, uniform, sample });
    blocks = attack.blocks;
    return [attack.rule];
  });
  await run('insider attack', () => {
    const attack = attackInsider(figures, sample, streams);
    insiderTargets = attack.targets;
    return attack.rules;
  });
  return { steps, blocks, insiderTargets };
}

type Rules = readonly RuleCount[];
