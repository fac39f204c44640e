import type { Area } from '#src/area.ts';
import type { Against, Grain, Mode, Show } from '#src/grammar/ask.ts';
import type { Joint } from '#src/grammar/joint.ts';
import type { Command } from '#src/grammar/keys.ts';
import type { Passage } from '#src/grammar/passage.ts';
import type { Suggestions } from '#src/grammar/suggestions.ts';
import type { Refusal } from '#src/refusal.ts';
import type { IsoDate } from '#src/week.ts';

/** A date or period as asked, before the place is known that an event depends on. `typed`: for the reply. */
export type Wish = { readonly typed: string } & (
  | { readonly kind: 'period'; readonly from: IsoDate; readonly to: IsoDate }
  | { readonly kind: 'event'; readonly slug: string; readonly shiftDays: number }
);

/** What a place is named for. `bare`: nothing before it says so. `region`: trips that end there; `to`: the same, said as a direction. */
export type Slot = 'bare' | 'region' | 'to' | 'origin' | 'destination' | 'between' | 'vs';

/** A place named, and how it is joined to the one before it. */
export type Named = { readonly area: Area; readonly slot: Slot; readonly joint: Joint };

/** Every place of a level, or with `undefined` every place right below the top. */
type Every = {
  readonly level: string | undefined;
  readonly slot: Slot;
  readonly typed: string;
};

/** A refusal that still lacks its working examples, which depend on the place asked about. */
export type Problem = (suggest: Suggestions) => Refusal;

/** Words that were not understood: `from` up to, not including, `to`. */
export type Unknown = { readonly passage: Passage; readonly from: number; readonly to: number };

/**
 * What was understood so far, filled while a question is read. `bare`: dates with neither since nor until.
 * A mode of `undefined` is all transport; a show of `undefined` is the chart.
 */
export type Draft = {
  readonly commands: { readonly command: Command; readonly typed: string }[];
  readonly places: Named[];
  readonly every: Every[];
  readonly since: Wish[];
  readonly until: Wish[];
  readonly bare: Wish[];
  readonly modes: { readonly mode: Mode | undefined; readonly joint: Joint }[];
  readonly grains: Grain[];
  readonly against: Against[];
  /** What stands right before each "together", or what begins a sum. */
  readonly together: ('modes' | 'places')[];
  readonly shows: (Show | undefined)[];
  readonly unknown: Unknown[];
  readonly notes: string[];
  readonly problems: Problem[];
};

/** A draft before any word is read. */
export function emptyDraft(): Draft {
  return {
    commands: [],
    places: [],
    every: [],
    since: [],
    until: [],
    bare: [],
    modes: [],
    grains: [],
    against: [],
    together: [],
    shows: [],
    unknown: [],
    notes: [],
    problems: [],
  };
}
