import type { Area } from '#src/area.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { IsoDate } from '#src/week.ts';

/** A value of a dimension that the release declares. */
export type Mode = { readonly value: string; readonly label: string };

/**
 * A date asked for: plain, or a governed event as it holds in the place asked about.
 * `shiftDays`: so many days after the event (before, if negative), as in `lift-date+4w`; absent where it is the day itself.
 */
export type When = {
  readonly date: IsoDate;
  readonly event: PolicyEvent | undefined;
  readonly shiftDays?: number;
};

/** A date that several places are asked about: one day, or an event whose day each place has for itself. */
export type SharedWhen =
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'event'; readonly slug: string; readonly shiftDays?: number };

/** What a trend is shown by. Weeks are the rule. */
export type Grain = 'week' | 'day' | 'weekday' | 'mode';

/** What the weeks after a date, or the last one, are held against. `before`: the ordinary weeks before. `lastYear`: the same weeks a year before. */
export type Against = 'before' | 'lastYear';

/** Only the table, with all its rows; absent: sentences, picture and the table's key rows. */
export type Show = 'table';

/**
 * Trips over time. `origins`, `destinations`: each a group of places counted together, none of them within another; empty: anywhere. One of them is not empty.
 * `modes`: counted together; empty: all.
 */
export type TrendAsk = {
  readonly command: 'trend';
  readonly origins: readonly Area[];
  readonly destinations: readonly Area[];
  readonly modes: readonly Mode[];
  readonly since: When | undefined;
  readonly until: When | undefined;
  readonly by: Grain;
  readonly against: Against;
  readonly show: Show | undefined;
};

/** Trips that end in each of several places, side by side. `places`: two or more, in the order asked, none twice. */
export type CompareAsk = {
  readonly command: 'compare';
  readonly places: readonly Area[];
  readonly modes: readonly Mode[];
  readonly since: SharedWhen | undefined;
  readonly until: When | undefined;
  readonly show: Show | undefined;
};

/**
 * The largest flows. `into`: from everywhere, cut into the places `parts`, to `place`; `outOf`: from `place` to the `parts`; `between`: from each of `parts` to each.
 * `parts`: places of the level asked for, none within another, that leave out at most the rest of larger areas. `level`: its name, where the parts are all of a level.
 * `since`, `until`: the period; absent: the last week.
 */
export type FlowsAsk = {
  readonly command: 'flows';
  readonly way: 'into' | 'outOf' | 'between';
  readonly place: Area | undefined;
  readonly parts: readonly Area[];
  readonly level: string | undefined;
  readonly modes: readonly Mode[];
  readonly since: When | undefined;
  readonly until: When | undefined;
  readonly show: Show | undefined;
};

/** A question that tells numbers of the data. */
export type DataAsk = TrendAsk | CompareAsk | FlowsAsk;

/** One understood question. `usage(ask, vocabulary)` turns it back into the text that parses to it. */
export type Ask =
  | DataAsk
  /** How an answer is worked out; in general where `about` is absent. */
  | { readonly command: 'method'; readonly about: DataAsk | undefined }
  | { readonly command: 'help' }
  | { readonly command: 'status' }
  | { readonly command: 'events'; readonly region: Area | undefined };

/** An asked question with what was guessed on the way: each note is a sentence for the echo. */
export type Reading = { readonly ask: Ask; readonly notes: readonly string[] };
