import { deriveAll } from '#src/disclosure/protected.ts';
import type { FlowsFinding } from '#src/flows-finding.ts';
import { fillMatrix } from '#src/statistics/flows/fill-matrix.ts';
import type { FlowsInput, MatrixPlan, RankedPlan } from '#src/statistics/flows/flows-input.ts';
import { rankFlows } from '#src/statistics/flows/rank-flows.ts';

/** Finds the largest flows into, out of or between places. */
export function findFlows(input: FlowsInput): FlowsFinding {
  const { plan } = input;
  return plan.shape === 'ranked' ? ranked({ ...input, plan }) : matrix({ ...input, plan });
}

const ranked = (input: FlowsInput<RankedPlan>) => deriveAll(input.rows, () => rankFlows(input));
const matrix = (input: FlowsInput<MatrixPlan>) => deriveAll(input.rows, () => fillMatrix(input));
