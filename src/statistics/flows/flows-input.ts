import type { AreaCode } from '#src/area.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { FoundMode } from '#src/finding.ts';
import type { FlowEnd } from '#src/flows-finding.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { CalendarRow } from '#src/statistics/ordinary-weeks.ts';
import type { IsoDate } from '#src/week.ts';

/** Protected trips of the whole period from one place to another; '*' is anywhere. A row of `queries/flows.sql`. */
export type FlowRow = {
  readonly origin: AreaCode;
  readonly destination: AreaCode;
  readonly trips: number;
};

/**
 * An end with how far one week of its flow may be from the truth, in trips. `without`: what lies in it and is left out of it:
 * the place asked about, where it does, and the "elsewhere" areas there in which trips of the place may be hidden.
 */
export type PlannedEnd = FlowEnd & {
  readonly bound: number;
  readonly without: readonly AreaCode[];
};

/** The "elsewhere" areas in whose trips those of the places may be hidden: `spoken` names them together. */
export type Around = { readonly codes: readonly AreaCode[]; readonly spoken: string };

/** `isProved`: whether the bounds of its flows are, which those of one region with another are not. `aroundBound`: of the trips that start elsewhere around the place. `restBound`: of those of no end and not within the place; absent where there can be none. */
export type RankedPlan = {
  readonly shape: 'ranked';
  readonly way: 'into' | 'outOf';
  readonly place: FlowEnd;
  readonly ends: readonly PlannedEnd[];
  readonly isProved: boolean;
  readonly around: Around;
  readonly withinBound: number;
  readonly aroundBound: number;
  readonly restBound: number | undefined;
};

/**
 * `bounds[origin][destination]`, `isProved`: whether they are. `aroundBounds[destination]`: of the trips that start elsewhere around the places.
 * `isInside`: all of those start in one of the places.
 */
export type MatrixPlan = {
  readonly shape: 'matrix';
  readonly places: readonly FlowEnd[];
  readonly isProved: boolean;
  readonly around: Around;
  readonly isInside: boolean;
  readonly bounds: readonly (readonly number[])[];
  readonly aroundBounds: readonly number[];
};

/** The flags of a place asked about and of all it lies in. `spoken`: as sentences name it. */
export type SpokenCalendar = { readonly spoken: string; readonly rows: readonly CalendarRow[] };

/**
 * What flows are found from. `weeks`: the Mondays of the period. `calendars`: of the place, or of each of the places. `rows`: one per pair with a published leaf, any order.
 * `totalBound`: of one week of all trips into or out of the place.
 */
export type FlowsInput<Plan extends RankedPlan | MatrixPlan = RankedPlan | MatrixPlan> = {
  readonly plan: Plan;
  readonly level: string | undefined;
  readonly mode: FoundMode | undefined;
  readonly release: ReleaseInfo;
  readonly weeks: readonly IsoDate[];
  readonly calendars: readonly SpokenCalendar[];
  readonly rows: readonly Protected<FlowRow>[];
  readonly totalBound: number;
};
