import type { Area } from '#src/area.ts';
import type { CompareFinding } from '#src/compare-finding.ts';
import type { DayFinding } from '#src/day-finding.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { FlowsFinding } from '#src/flows-finding.ts';
import type { Against } from '#src/grammar/ask.ts';
import type { MethodFinding } from '#src/method-finding.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { IsoDate } from '#src/week.ts';

/** A displayed number: shown to readers as the value, `[c]` (confidential) or `[z]` (not applicable). */
export type Cell =
  | { readonly kind: 'published'; readonly value: number }
  | { readonly kind: 'suppressed' }
  | { readonly kind: 'notApplicable' };

/** Why a week is not ordinary. Absent = ordinary. */
export type WeekFlag = {
  readonly kind: 'bankHoliday' | 'christmas' | 'schoolHoliday' | 'fault' | 'suppressed';
  readonly label: string;
};

/** One Monday–Sunday week. `trips` is the display cell: rounded, or withheld. */
export type FoundWeek = {
  readonly week: IsoDate;
  readonly trips: Cell;
  readonly flag: WeekFlag | undefined;
};

/** A type of transport as the release names it; two together are joined ("Bus or rail and Tube"), more are counted, all are "All transport". */
export type FoundMode = { readonly value: string; readonly label: string };

/** A percentage as it is said: rounded once, to whole per cents or to the nearest 5. */
export type SaidPercent = { readonly value: number; readonly to: 1 | 5 };

/** `low` and `high` are said like the percentage. */
export type SaidRange = { readonly low: number; readonly high: number };

/** The earlier comparisons of the same shape: `asLarge` of `compared` were at least as large; most (80 %) were smaller than `mostlyBelow` per cent. */
export type History = {
  readonly calendarWeeks: number;
  readonly compared: number;
  readonly asLarge: number;
  readonly mostlyBelow: number;
};

/** A comparison that could be made. Means are trips a week, rounded for display; weeks are Mondays. */
export type MeasuredChange = {
  readonly kind: 'measured';
  readonly verdict: 'rose' | 'fell' | 'unsure' | 'similar';
  readonly percent: SaidPercent;
  /** Absent with too few ordinary weeks of history. */
  readonly range: SaidRange | undefined;
  readonly beforeWeeks: readonly IsoDate[];
  readonly afterWeeks: readonly IsoDate[];
  readonly meanBefore: number;
  readonly meanAfter: number;
  readonly history: History | undefined;
};

/** Whole weeks, ascending, and their trips a week on average. */
export type FoundPeriod = { readonly weeks: readonly IsoDate[]; readonly mean: Cell };

/** Between which places trips are counted, as sentences name them ("London", "Leeds and Bradford"). Absent: anywhere. One of them is there. */
export type Ends = {
  readonly origin: string | undefined;
  readonly destination: string | undefined;
};

/**
 * Trips that start in a place are known in part only: its smallest flows are counted with `rest` ("elsewhere in Arden").
 * `trips`: of the rest, a week on average, all of which may belong to the place or none; `percent`: of the place and the rest together.
 */
export type PartlyKnown = {
  readonly rest: string;
  readonly trips: Cell;
  readonly percent: number;
};

/** What the comparison around an event or date found, or why there is none. */
export type Change =
  | MeasuredChange
  | {
      readonly kind: 'tooSoon';
      readonly afterWeeks: readonly IsoDate[];
      /** Trips in the one ordinary week there is. */
      readonly level: Cell | undefined;
      /** Ordinary weeks needed, and the Sunday by which there are enough. */
      readonly needed: number;
      readonly askAfter: IsoDate;
    }
  | {
      readonly kind: 'tooFewBefore';
      readonly beforeWeeks: readonly IsoDate[];
      readonly needed: number;
      readonly barrier: PolicyEvent | undefined;
    }
  | {
      readonly kind: 'cutShort';
      readonly afterWeeks: readonly IsoDate[];
      readonly needed: number;
      readonly barrier: PolicyEvent;
    }
  /** `larger`: the name of the place it lies in, as sentences say it. */
  | { readonly kind: 'tooSmall'; readonly larger: string | undefined }
  /** Too many of the trips that start there are counted elsewhere. `larger`: a place around it of which enough is known. */
  | { readonly kind: 'partlyKnown'; readonly larger: string | undefined }
  /** The release declares that no trips end here. */
  | { readonly kind: 'noTrips' };

/** Mean trips in the weeks after against the ordinary weeks before `event`, when what later ended began. */
export type LevelContext = {
  readonly event: PolicyEvent;
  readonly percent: SaidPercent;
  readonly weeks: readonly IsoDate[];
};

/** The band in which the weeks after would have been expected had nothing changed: trips a week, over `from` to `to`. */
export type UsualBand = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly low: number;
  readonly high: number;
};

/** A shaded period, such as the time that guidance was in force. */
export type Period = { readonly from: IsoDate; readonly to: IsoDate; readonly label: string };

/**
 * Trips between places over time. Everything said, drawn or tabulated about a trend comes from here.
 * `area`: the first place asked about. `weeks`: one per Monday–Sunday week, ascending, no gaps.
 * `mode` is absent where the release declares one mode only.
 * `change`: around `since`; without `since`, the last week against the ordinary weeks before it (absent where that week is not ordinary).
 * `bound`: the release's proved error bound E of one week's total, in trips.
 */
export type TrendFinding = Protected<{
  readonly kind: 'trend';
  readonly area: Area;
  readonly ends: Ends;
  /** The line's name on the chart: "North West", "From Leeds", "Leeds to London". */
  readonly name: string;
  readonly mode: FoundMode | undefined;
  readonly release: ReleaseInfo;
  readonly against: Against;
  readonly since: { readonly date: IsoDate; readonly event: PolicyEvent | undefined } | undefined;
  readonly weeks: readonly FoundWeek[];
  /** Events to mark on the chart, ascending; the one asked about is among them. */
  readonly events: readonly PolicyEvent[];
  readonly periods: readonly Period[];
  readonly usual: UsualBand | undefined;
  readonly change: Change | undefined;
  readonly context: LevelContext | undefined;
  /** Absent where all trips asked about are known. */
  readonly partly: PartlyKnown | undefined;
  /** The whole weeks from since to until, where both were asked for. */
  readonly period: FoundPeriod | undefined;
  /** The last event before the weeks of the year before, which were in its wake; absent where no years are compared. */
  readonly yearBefore: PolicyEvent | undefined;
  readonly bound: number;
}>;

/** What the release is: said by `status`. */
export type StatusFinding = {
  readonly kind: 'status';
  readonly release: ReleaseInfo;
  readonly weeks: number;
  readonly areas: number;
};

/** Governed dates, with the name of the place each holds in. */
export type EventsFinding = {
  readonly kind: 'events';
  readonly release: ReleaseInfo;
  readonly events: readonly (PolicyEvent & { readonly areaName: string })[];
};

/** What can be asked: no number of the data in it. */
export type HelpFinding = {
  readonly kind: 'help';
  readonly release: ReleaseInfo;
  readonly commands: readonly { readonly usage: string; readonly purpose: string }[];
  readonly examples: readonly string[];
};

/** What a command found, by its `kind`: all that is said, drawn or tabulated comes from it. */
export type Finding =
  | TrendFinding
  | DayFinding
  | CompareFinding
  | FlowsFinding
  | MethodFinding
  | StatusFinding
  | EventsFinding
  | HelpFinding;
