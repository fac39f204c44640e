import type { Area } from '#src/area.ts';
import type { Mode } from '#src/grammar/ask.ts';
import type { Command } from '#src/grammar/keys.ts';
import type { Passage } from '#src/grammar/passage.ts';
import type { Suggestions } from '#src/grammar/suggestions.ts';
import type { Refusal } from '#src/refusal.ts';
import type { IsoDate } from '#src/week.ts';

/** A date as asked, before the place is known that an event depends on. `typed`: for the reply. */
export type Wish = { readonly typed: string } & (
  | { readonly kind: 'date'; readonly date: IsoDate }
  | { readonly kind: 'event'; readonly slug: string }
);

/** A refusal that still lacks its working examples, which depend on the place asked about. */
export type Problem = (suggest: Suggestions) => Refusal;

/** Words that were not understood: `from` up to, not including, `to`. */
export type Unknown = { readonly passage: Passage; readonly from: number; readonly to: number };

/** What was understood so far, filled while a question is read. `bare`: dates with neither since nor until. A mode of `undefined` is all transport. */
export type Draft = {
  readonly commands: { readonly command: Command; readonly typed: string }[];
  readonly places: Area[];
  readonly since: Wish[];
  readonly until: Wish[];
  readonly bare: Wish[];
  readonly modes: (Mode | undefined)[];
  readonly unknown: Unknown[];
  readonly notes: string[];
  readonly problems: Problem[];
};

export function emptyDraft(): Draft {
  return {
    commands: [],
    places: [],
    since: [],
    until: [],
    bare: [],
    modes: [],
    unknown: [],
    notes: [],
    problems: [],
  };
}
