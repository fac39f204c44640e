/** What a release says of itself: one row of its `release` table. Dates are ISO, weeks start on Monday. */
export type ReleaseInfo = {
  readonly releaseId: string;
  readonly dataset: string;
  /** Shown in the footer of every chart and message. */
  readonly source: string;
  readonly synthetic: boolean;
  /** First Monday and last Sunday of complete data. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly mechanism: string;
  readonly policyHash: string;
  readonly keyId: string;
  /** Distinct devices below which a leaf is sensitive. */
  readonly threshold: number;
  /** The public base b of the measure, in trips: a sensitive leaf is published as 0 or b. */
  readonly base: number;
  /** Displayed trips are rounded to this. */
  readonly rounding: number;
  /** How many weeks of a type of transport were attacked before the release went live. */
  readonly attackedBlocks: number;
};
