import type { AreaCode } from '#src/area.ts';
import type { IsoDate } from '#src/week.ts';

/**
 * A governed policy date in one place. `slug` is what people type (`lift-date`) and may recur, once per place.
 */
export type PolicyEvent = {
  readonly slug: string;
  readonly area: AreaCode;
  readonly date: IsoDate;
  /** e.g. `wfh_lifted`, `lockdown_start`; `wfh_*` and `lockdown_*` are barriers. */
  readonly kind: string;
  /** A clause for sentences, past tense: "the work from home guidance ended". */
  readonly clause: string;
  /** At most two short lines for charts: "Work from home guidance ended". */
  readonly label: string;
  readonly source: string;
  readonly url: string;
};
