import type { Area } from '#src/area.ts';
import type { Mode } from '#src/grammar/ask.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import type { IsoDate } from '#src/week.ts';

/**
 * Every word a question may use, read from the release: nothing about a country is built in.
 * `events` holds one row per slug and place. `firstDay`–`lastDay`: complete data, Monday to Sunday.
 */
export type Vocabulary = {
  readonly areas: readonly Area[];
  readonly aliases: readonly { readonly alias: string; readonly code: string }[];
  readonly modes: readonly Mode[];
  readonly events: readonly PolicyEvent[];
  readonly firstDay: IsoDate;
  readonly lastDay: IsoDate;
};
