import { displayTrips } from '#src/disclosure/display-cell.ts';
import type { PartlyKnown } from '#src/finding.ts';
import type { FlowMeans } from '#src/statistics/flows/flow-means.ts';
import type { FlowsInput, RankedPlan } from '#src/statistics/flows/flows-input.ts';
import { smallShare } from '#src/statistics/flows/small-share.ts';

/**
 * What may belong to the place but is known only as elsewhere around it: of the trips within it (`into`), or of all that start there (`outOf`).
 * Undefined where that is too little to matter.
 */
export function partlyKnown(
  { plan, release }: FlowsInput<RankedPlan>,
  { around, total, within }: FlowMeans,
): PartlyKnown | undefined {
  const known = plan.way === 'into' ? within : total;
  const share = around === 0 ? 0 : around / (known + around);
  if (share < smallShare) return undefined;
  return {
    rest: plan.around.spoken,
    trips: displayTrips(around, plan.aroundBound, release.rounding),
    percent: Math.ceil(100 * share),
  };
}
