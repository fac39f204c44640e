import type { Auth } from '#src/edges/warehouse/bigquery/open-client.ts';
import type { Place } from '#src/find-releases.ts';
import type { Clock } from '#src/state/store.ts';

/** What is looked at: where the program and its state lie, its environment, and the time. `googleAuth`: who asks BigQuery, where it is not the account that is attached. */
export type DoctorPlace = Place & {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly googleAuth?: Auth | undefined;
};
