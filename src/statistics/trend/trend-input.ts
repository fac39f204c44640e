import type { Area } from '#src/area.ts';
import type { Protected } from '#src/disclosure/protected.ts';
import type { Ends, FoundMode, FoundWeek } from '#src/finding.ts';
import type { Against, When } from '#src/grammar/ask.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { ReleaseInfo } from '#src/release-info.ts';
import type { CalendarRow } from '#src/statistics/ordinary-weeks.ts';
import type { MethodSettings } from '#src/statistics/method-settings.ts';
import type { SeriesWeek } from '#src/statistics/typical-week.ts';
import type { IsoDate } from '#src/week.ts';

/** One week's protected total: a row of `queries/weekly-trips.sql`. */
export type WeeklyRow = { readonly week: IsoDate; readonly trips: number };

/**
 * Trips that may have started in the place asked about, counted elsewhere: `name`, as sentences say it ("elsewhere in Arden").
 * `larger`: a place around it of which enough is known, where somebody has looked.
 */
export type RestInput = {
  readonly name: string;
  readonly rows: readonly Protected<WeeklyRow>[];
  readonly larger: string | undefined;
};

/**
 * What a trend is found from. `chain`: the place and all it lies in, nearest first; of several places, the first and what they all lie in.
 * `ends`: as sentences name them; `name`: as the chart does; `spokenLarger`: the next larger place. `rest`: where trips are asked about by where they start.
 * `lastDay`: the last day that counts, a Sunday within the data. `events`: those in force in the place, ascending; `touching`: those of its parts too.
 * `rows`: one per week with a published leaf, any order. `bound`: E of one week's total.
 */
export type TrendInput = {
  readonly chain: readonly [Area, ...Area[]];
  readonly ends: Ends;
  readonly name: string;
  readonly spokenLarger: string | undefined;
  readonly mode: FoundMode | undefined;
  readonly against: Against;
  readonly since: When | undefined;
  readonly lastDay: IsoDate;
  /** Whether the asker set the last day. */
  readonly isEnded: boolean;
  readonly rows: readonly Protected<WeeklyRow>[];
  readonly calendar: readonly CalendarRow[];
  readonly events: readonly PolicyEvent[];
  readonly touching: readonly PolicyEvent[];
  readonly rest: RestInput | undefined;
  readonly bound: number;
  readonly release: ReleaseInfo;
  readonly settings: MethodSettings;
};

/** A week with its protected total and what of it may be shown. */
export type TrendWeek = SeriesWeek & FoundWeek;
