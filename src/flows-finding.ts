import type { AreaCode } from '#src/area.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { Cell, FoundMode, PartlyKnown, SaidPercent, WeekFlag } from '#src/finding.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { IsoDate } from '#src/week.ts';

/**
 * One end of a flow. `name`: as tables and charts show it ("Elsewhere in the South East"); `spoken`: as sentences do ("elsewhere in the South East").
 * `elsewhere`: the places of a larger area that are too small to show by themselves, together.
 */
export type FlowEnd = {
  readonly code: AreaCode;
  readonly name: string;
  readonly spoken: string;
  readonly kind: 'place' | 'elsewhere';
};

/** Trips between the place asked about and another end, a week on average. `percent`: of the trips with an end outside the place. */
export type FoundFlow = {
  readonly end: FlowEnd;
  readonly trips: Cell;
  readonly percent: SaidPercent | undefined;
};

/**
 * Where a list of flows ends: after the first `rows` of them. `others`: the places after that, together.
 * `rest`: trips of no single place that have no row; absent where there are none such.
 */
export type FlowsCut = {
  readonly rows: number;
  readonly others: { readonly count: number; readonly trips: Cell } | undefined;
  readonly rest: Cell | undefined;
};

/**
 * Whole weeks, ascending. `labels`: why some of them (`flagged`) are not ordinary, each once.
 * `places`: in which of the places asked about, as sentences name them; empty where they differ in that.
 */
export type FlowsPeriod = {
  readonly weeks: readonly IsoDate[];
  readonly flagged: readonly IsoDate[];
  readonly labels: readonly WeekFlag['label'][];
  readonly places: readonly string[];
};

/**
 * Which of the flows shown may be called the largest. `clear`: the first by itself, and the first so many together, for each of `counts` (descending),
 * are above all others by more than the bounds of both. `equal` and `close`: the first so many cannot be ranked; where `equal`, they are nearly alike.
 * `isKnownOnly`: a flow too small to show may be larger.
 */
export type FlowsLead = {
  readonly kind: 'clear' | 'equal' | 'close';
  readonly counts: readonly number[];
  readonly isKnownOnly: boolean;
};

/** How far the flows of a table, which trips within a place are not, are at `most` from the truth. `isAlike`: each has that bound; `isProved`: else it holds for almost all. */
export type FlowsBounds = {
  readonly most: number;
  readonly isAlike: boolean;
  readonly isProved: boolean;
};

type Common = {
  readonly kind: 'flows';
  readonly mode: FoundMode | undefined;
  readonly release: ReleaseInfo;
  /** What the parts are called ("region"); absent where they are places of several levels. */
  readonly level: string | undefined;
  readonly period: FlowsPeriod;
  /** Small flows of a place are counted elsewhere, so that a place may have more trips than its flow shows. */
  readonly atLeast: boolean;
  /** Flows that are too small to show. */
  readonly withheld: number;
  /** Absent where no flow between two places is shown. */
  readonly lead: FlowsLead | undefined;
  /** Absent where no flow is shown in the table. */
  readonly bounds: FlowsBounds | undefined;
};

/**
 * Flows between one place and others. `within`: trips that start and end in the place; `outside`: all other trips that end there (`into`) or start there (`outOf`).
 * `rows`: largest first, withheld ones last by name. `elsewhere`: all trips of no single place; absent where there are none such.
 * `partly`: trips that may have started in the place too, but are known only as elsewhere around it; absent where they are too few to matter.
 */
export type FoundRanked = Common & {
  readonly shape: 'ranked';
  readonly way: 'into' | 'outOf';
  readonly place: FlowEnd;
  readonly total: Cell;
  readonly within: Cell;
  readonly outside: Cell;
  readonly rows: readonly FoundFlow[];
  readonly drawn: FlowsCut;
  readonly tabled: FlowsCut;
  readonly elsewhere: Cell | undefined;
  readonly partly: PartlyKnown | undefined;
};

/**
 * Flows from each of some places (`cells[origin]`) to each (`cells[origin][destination]`). `pairs`: how many of the cells are of two different places.
 * `largest`: the largest of those, first. `elsewhere`: by destination, trips that may have started in one of the places, but are known only as `around`;
 * `isInside`: all of them did.
 */
export type FoundMatrix = Common & {
  readonly shape: 'matrix';
  readonly places: readonly FlowEnd[];
  readonly cells: readonly (readonly Cell[])[];
  readonly pairs: number;
  readonly largest: readonly { readonly origin: number; readonly destination: number }[];
  readonly elsewhere:
    | {
        readonly around: string;
        readonly isInside: boolean;
        readonly cells: readonly Cell[];
        readonly total: Cell;
      }
    | undefined;
};

/** Flows into or out of one place, found from protected rows. */
export type RankedFlows = Protected<FoundRanked>;

/** Flows between places, found from protected rows. */
export type FlowMatrix = Protected<FoundMatrix>;

/** The largest flows into, out of or between places. All trips are a week on average over the period. */
export type FlowsFinding = RankedFlows | FlowMatrix;
