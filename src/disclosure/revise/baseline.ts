import type { RawCube } from '#src/disclosure/cube.ts';
import type { FoldMove } from '#src/disclosure/fold-small-flows.ts';

/**
 * Leaves as they stand: `trips` and `devices` are those that went into the figure (before capping), `published` what readers see.
 * `sensitive`: 1 where `published` was drawn; `padded`: 1 where its one trip stands for none. `drawn`: 1 where any release ever drew it, or where one that published nothing of it came before. A leaf that is published as nothing may have no row.
 */
export type StandingLeaves = RawCube['leaves'] & {
  readonly published: Float64Array;
  readonly sensitive: Uint8Array;
  readonly padded: Uint8Array;
  readonly drawn: Uint8Array;
};

/** Raw flows that a figure published exactly once stood for and no longer does. `version`: the same for all flows of one figure and one release. */
export type PastFlows = RawCube['leaves'] & { readonly version: Uint16Array };

/**
 * What a data set's last release stands on: privileged. A revision is judged against it. Areas, weeks and modes by index of the cube
 * that is released next, whose first `weeks` weeks these are. Source: docs/policy.md, paragraph 14.
 */
export type Baseline = {
  readonly weeks: number;
  readonly base: number;
  /** The raw flows that the published figures stand for. Contributions that are not known are NaN. */
  readonly flows: RawCube['leaves'];
  readonly past: PastFlows;
  readonly moves: readonly FoldMove[];
  readonly leaves: StandingLeaves;
  /** E, and whether an eligible flow has a week without trips, per `destination × modes + mode`. */
  readonly bound: Float64Array;
  readonly gaps: Uint8Array;
  /** Per `week × columns + destination × modes + mode`: how many leaves revisions have turned from or into a drawn or empty one. */
  readonly turned: Float64Array;
};
