import type { FaceName } from '#test/attack/faces.ts';
import type { Figure } from '#test/attack/subject.ts';

/** How a figure was told: trips (of several dates their mean), withheld (`[c]`), or no figures by day (`[z]`). */
export type Trips = number | '[c]' | '[z]';

/** One figure that a face gave away. */
export type Statement = Figure & { readonly face: FaceName; readonly trips: Trips };

/**
 * A percentage that a face gave away. `change`: of `part` against `base`, negative for a fall; `share`: `part` of `base`;
 * `most`: the same, rounded up; `atMost`: no less than that.
 */
export type PercentStatement = {
  readonly face: FaceName;
  readonly form: 'change' | 'share' | 'most' | 'atMost';
  readonly part: Figure;
  readonly base: Figure;
  readonly percent: number;
};

/** All that an answer told of the data, each figure read from its own face. */
export type Told = {
  readonly statements: readonly Statement[];
  readonly percents: readonly PercentStatement[];
};

export const nothingTold: Told = { statements: [], percents: [] };

export const both = (...parts: readonly Told[]): Told => ({
  statements: parts.flatMap(({ statements }) => statements),
  percents: parts.flatMap(({ percents }) => percents),
});
