import type { Area } from '#src/area.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { IsoDate } from '#src/week.ts';

/** A value of a dimension that the release declares. */
export type Mode = { readonly value: string; readonly label: string };

/** A date asked for: plain, or a governed event as it holds in the place asked about. */
export type When = { readonly date: IsoDate; readonly event: PolicyEvent | undefined };

/** One understood question. `usage(ask, vocabulary)` turns it back into the text that parses to it. */
export type Ask =
  | {
      readonly command: 'trend';
      readonly region: Area;
      readonly since: When | undefined;
      readonly until: When | undefined;
      readonly mode: Mode | undefined;
    }
  | { readonly command: 'help' }
  | { readonly command: 'status' }
  | { readonly command: 'events'; readonly region: Area | undefined };

/** An asked question with what was guessed on the way: each note is a sentence for the echo. */
export type Reading = { readonly ask: Ask; readonly notes: readonly string[] };
