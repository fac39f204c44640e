import type { Protected } from '#src/disclosure/protected.ts';
import type { Cell, Change, Ends, FoundMode, MeasuredChange, WeekFlag } from '#src/finding.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { IsoDate } from '#src/week.ts';

/** What the rows of a comparison are. */
export type ComparedBy = 'place' | 'mode' | 'weekday';

/** The event asked about has no date in the place, or, its parts told apart, more than one. */
export type NoEvent = {
  readonly kind: 'noEvent';
  readonly slug: string;
  readonly dates: 'none' | 'several';
};

/** Why an item has no figure. `notOrdinary`: its last week, where no date is asked about. */
export type NotMeasured =
  | Exclude<Change, MeasuredChange>
  | NoEvent
  | { readonly kind: 'notOrdinary'; readonly flag: WeekFlag | undefined };

/**
 * One row. `name`: for tables and charts; `spoken`: for sentences. `since`: the date asked about as it holds here.
 * `latest`: trips in the last week; `withheld`: those of every week are; `bound`: E of one week's total, in trips.
 * `above`: the items, by their index, whose likely ranges lie wholly below this one's, as said and as computed.
 */
export type CompareItem = {
  readonly name: string;
  readonly spoken: string;
  readonly since: { readonly date: IsoDate; readonly event: PolicyEvent | undefined } | undefined;
  readonly change: MeasuredChange | NotMeasured;
  readonly latest: Cell;
  readonly withheld: boolean;
  readonly bound: number;
  readonly above: readonly number[];
};

/**
 * A date that some of the items with a figure have, by their index. `event`: what happened on it in some of them, where that is one thing.
 * `where`: all the items in which it did.
 */
export type SharedDate = {
  readonly date: IsoDate;
  readonly event: PolicyEvent | undefined;
  readonly items: readonly number[];
  readonly where: readonly number[];
};

/** Of trips that started in a place, up to so many per cent are counted as `rest` ("elsewhere in Arden") instead. */
export type LeftOut = { readonly percent: number; readonly rest: string };

/** Of so many rows with a likely range, about so many would look clear had nothing changed. */
export type ByChance = { readonly rows: number; readonly clear: number };

/** How many ordinary weeks the items have on one side. */
export type WeekCounts = { readonly least: number; readonly most: number };

/**
 * Trips in several places, by several modes or on the days of the week, side by side.
 * `items`: ranked by change, largest first, those without a figure last in the order asked; days from Monday to Sunday.
 * `ends`: where trips are counted, of modes and weekdays; of places each its own. `asked`: around a date, or the last week.
 * `largest`, `smallest`: indexes of the ends of the ranking, absent below two figures. `leader`: the largest rise or fall, where it is clear, and the other figures that its likely range does not meet.
 * `byChance`: absent where none is clear, or few rows have a likely range. `likelyPercent`: of a likely range.
 * `leftOut`: of the figure of which most is left out; absent where nothing is. `weeks`: absent without a figure. `runTo`: the last week compared, where holidays put it far from the date. `acrossChristmas`: of how many figures the weeks have Christmas among them. `lastWeek`: a Monday.
 */
export type CompareFinding = Protected<{
  readonly kind: 'compare';
  readonly of: ComparedBy;
  readonly asked: 'date' | 'latest';
  readonly release: ReleaseInfo;
  readonly mode: FoundMode | undefined;
  readonly ends: Ends;
  readonly lastWeek: IsoDate;
  readonly items: readonly CompareItem[];
  readonly counts: {
    readonly measured: number;
    readonly rose: number;
    readonly fell: number;
    readonly similar: number;
    readonly unsure: number;
  };
  readonly dates: readonly SharedDate[];
  readonly largest: number | undefined;
  readonly smallest: number | undefined;
  readonly leader: { readonly item: number; readonly apart: readonly number[] } | undefined;
  readonly byChance: ByChance | undefined;
  readonly likelyPercent: number;
  readonly weeks: { readonly before: WeekCounts; readonly after: WeekCounts } | undefined;
  readonly runTo: IsoDate | undefined;
  readonly acrossChristmas: 'none' | 'some' | 'all';
  readonly leftOut: LeftOut | undefined;
}>;
