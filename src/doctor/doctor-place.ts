import type { Place } from '#src/find-releases.ts';
import type { Clock } from '#src/state/store.ts';

/** What is looked at: where the program and its state lie, its environment, and the time. */
export type DoctorPlace = Place & {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
};
