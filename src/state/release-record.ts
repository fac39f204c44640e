import { z } from 'zod';

/**
 * The life of a release. `staged`: made, and not to be read. `live`: it answers; one at a time. `superseded`: another one answers now; it may come back.
 * `withdrawn`: it never answers again.
 */
export const releaseState = z.enum(['staged', 'live', 'superseded', 'withdrawn']);
export type ReleaseState = z.output<typeof releaseState>;

/** What a release is, as its keeper describes it. `fingerprint`: of all its content; `name`: of this edition, under which its keeper finds it. */
export type ReleaseDescription = {
  readonly name: string;
  readonly releaseId: string;
  readonly dataset: string;
  readonly lastDay: string;
  readonly policyHash: string;
  readonly synthetic: boolean;
  readonly fingerprint: string;
};

/** A release as the state knows it. */
export type ReleaseRecord = ReleaseDescription & {
  readonly state: ReleaseState;
  readonly stagedAt: Date;
  readonly liveAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly reason: string | undefined;
};
