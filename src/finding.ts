import type { Area } from '#src/area.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { IsoDate } from '#src/week.ts';

/** A displayed number: shown to readers as the value, `[c]` (confidential) or `[z]` (not applicable). */
export type Cell =
  | { readonly kind: 'published'; readonly value: number }
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'notApplicable' };

/** Why a week is not ordinary. Absent = ordinary. */
export type WeekFlag = { readonly kind: 'bankHoliday' | 'christmas' | 'schoolHoliday' | 'fault' | 'suppressed'; readonly label: string };

/** One Monday–Sunday week. `trips` is the display cell: rounded, or withheld. */
export type FoundWeek = { readonly week: IsoDate; readonly trips: Cell; readonly flag: WeekFlag | undefined };

/** A percentage as it is said: rounded once, to whole per cents or to the nearest 5. */
export type SaidPercent = { readonly value: number; readonly to: 1 | 5 };

/** `low` and `high` are said like the percentage. */
export type SaidRange = { readonly low: number; readonly high: number };

/** What the comparison around an event or date found. Weeks are Mondays. */
export type Change =
  | {
      readonly kind: 'measured';
      readonly verdict: 'rose' | 'fell' | 'unsure' | 'similar';
      readonly percent: SaidPercent;
      /** Absent with fewer than 12 ordinary weeks of history. */
      readonly range: SaidRange | undefined;
      readonly beforeWeeks: readonly IsoDate[];
      readonly afterWeeks: readonly IsoDate[];
      /** Mean trips a week, rounded for display. */
      readonly meanBefore: number;
      readonly meanAfter: number;
      readonly history: { readonly weeks: number; readonly compared: number; readonly asLarge: number; readonly typicalPercent: number } | undefined;
    }
  | { readonly kind: 'tooSoon'; readonly afterWeeks: readonly IsoDate[]; readonly level: number | undefined; readonly askAfter: IsoDate }
  | { readonly kind: 'tooFewBefore'; readonly beforeWeeks: readonly IsoDate[] }
  | { readonly kind: 'tooSmall'; readonly larger: Area | undefined };

/** Mean trips after against the weeks before the guidance began. */
export type LevelContext = { readonly event: PolicyEvent; readonly percent: SaidPercent; readonly weeks: readonly IsoDate[] };

/** The usual band drawn behind the line: trips a week, over `from`–`to`. */
export type UsualBand = { readonly from: IsoDate; readonly to: IsoDate; readonly low: number; readonly high: number };

/** A shaded period, such as the time that guidance was in force. */
export type Period = { readonly from: IsoDate; readonly to: IsoDate; readonly label: string };

/**
 * Trips in one place over time. Everything said, drawn or tabulated about a trend comes from here.
 * `weeks`: one per week, ascending, no gaps (a missing week is `notApplicable`).
 * `bound`: the release's proved error bound E of one week's total, in trips.
 */
export type TrendFinding = Protected<{
  readonly kind: 'trend';
  readonly area: Area;
  readonly mode: { readonly value: string; readonly label: string } | undefined;
  readonly release: ReleaseInfo;
  readonly since: { readonly date: IsoDate; readonly event: PolicyEvent | undefined } | undefined;
  readonly weeks: readonly FoundWeek[];
  /** Events to mark on the chart; the one asked about comes first. */
  readonly events: readonly PolicyEvent[];
  readonly periods: readonly Period[];
  readonly usual: UsualBand | undefined;
  readonly change: Change | undefined;
  readonly context: LevelContext | undefined;
  readonly bound: number;
}>;
