import type { Protected } from '#src/disclosure/protected.ts';
import type { FoundWeek, TrendFinding } from '#src/finding.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { MethodLimits } from '#src/statistics/method/method-limits.ts';
import type { MethodSettings } from '#src/statistics/method-settings.ts';
import type { IsoDate } from '#src/week.ts';

/** The numbers that answers are made by. `likelyPercent`: how many per cent of likely ranges should hold the change. */
export type MethodRules = {
  readonly settings: MethodSettings;
  readonly limits: MethodLimits;
  readonly likelyPercent: number;
};

type Common = {
  readonly kind: 'method';
  readonly release: ReleaseInfo;
  readonly rules: MethodRules;
};

/** How changes are measured in general. `example`: a question about one number that works. */
export type GeneralMethod = Common & { readonly about: 'general'; readonly example: string };

/** How flows are counted. */
export type FlowsMethod = Common & {
  readonly about: 'flows';
  /** Whole weeks that the flows are of, as asked for; without a start, the last one. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate; readonly weeks: number };
};

/** What a week is used for. `history`: earlier changes; `level`: the level before what later ended had begun. */
export type WeekUse = 'before' | 'after' | 'history' | 'level';

/** One week of the working: what it is used for, or why for nothing. */
export type MethodWeek = FoundWeek & {
  readonly uses: readonly WeekUse[];
  readonly unused: 'flagged' | 'date' | 'beyondEvent' | 'otherYear' | 'notNeeded' | undefined;
};

/** How a likely range was made. `typicalPercent`: s, 100 times the root mean square of the logs, to two figures; `multiple`: of Student's t, to a hundredth. */
export type RangeWorking = {
  readonly positions: number;
  readonly calendarWeeks: number;
  readonly historyWeeks: number;
  readonly comparedWeeks: number;
  readonly typicalPercent: number;
  readonly degreesOfFreedom: number;
  readonly multiple: number;
};

/**
 * The numbers behind a comparison that could be made. `range`: absent with too few ordinary weeks of history, of which there are `historyWeeks`.
 * `boundPoints`: the most that what is hidden could move the change, in percentage points, up to a tenth.
 * `failed`: what keeps the change from being called a rise or fall.
 */
export type Working = {
  readonly historyWeeks: number;
  readonly range: RangeWorking | undefined;
  readonly boundPoints: number;
  readonly failed: readonly ('noRange' | 'range' | 'small' | 'protection')[];
};

/**
 * How one trend was worked out. `trend`: the answer itself; facts of it are said from there.
 * `found`: ordinary weeks on each side. `limitedBy`: events that no side reaches across and that left fewer weeks than were looked for.
 * `weeksApart`: where weeks are held against those of a year before.
 * `each`: the comparison is made once for each mode or day of the week.
 */
export type TrendMethod = Protected<
  Common & {
    readonly about: 'trend';
    readonly trend: TrendFinding;
    readonly each: 'mode' | 'weekday' | undefined;
    readonly weeks: readonly MethodWeek[];
    readonly found: { readonly before: number; readonly after: number };
    readonly working: Working | undefined;
    readonly limitedBy: readonly PolicyEvent[];
    readonly weeksApart: number | undefined;
  }
>;

/** The ordinary weeks that one place is compared by. `note`: why it has no figure, in a few words; else empty. */
export type MethodPlace = {
  readonly name: string;
  readonly date: IsoDate | undefined;
  readonly beforeWeeks: readonly IsoDate[];
  readonly afterWeeks: readonly IsoDate[];
  readonly note: string;
};

/** How places were compared. */
export type CompareMethod = Protected<
  Common & {
    readonly about: 'compare';
    readonly asked: 'date' | 'latest';
    readonly places: readonly MethodPlace[];
  }
>;

/** How an answer is worked out: in general, or one of them with its numbers. */
export type MethodFinding = GeneralMethod | FlowsMethod | TrendMethod | CompareMethod;
