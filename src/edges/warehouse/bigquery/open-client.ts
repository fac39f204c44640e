import { BigQuery, type BigQueryOptions } from '@google-cloud/bigquery';
import { Fault } from '#src/fault.ts';
import type { BigQueryPlace } from './bigquery-place.ts';
import { limitRequests } from './limit-requests.ts';
import { isPassing } from './read-error.ts';

/** Who asks: the account that is attached to the machine, unless another is given. */
export type Auth = NonNullable<BigQueryOptions['authClient']>;

/** Longer than BigQuery itself waits for a job before it says that it is not done. */
const longestRequestMs = 30_000;
const mostRetries = 3;
/** After 1.2 s, 1.4 s and 1.7 s, and up to a second more by chance: whoever asked is waiting. */
const retryDelayMultiplier = 1.2;

/**
 * Google's own client of one project. Throws `ConfigFault` `emulator` where the environment would send it elsewhere, and `noProject` without a project: it would ask for one
 * by the name of a placeholder. `requestMs`: the longest that one request may take.
 */
export function openClient(
  { project, location, apiEndpoint }: BigQueryPlace,
  auth: Auth | undefined,
  requestMs = longestRequestMs,
): BigQuery {
  if (process.env['BIGQUERY_EMULATOR_HOST'] !== undefined)
    throw new Fault(
      'ConfigFault',
      'emulator',
      'BIGQUERY_EMULATOR_HOST is set, which would send every question there: unset it',
    );
  if (project === '')
    throw new Fault('ConfigFault', 'noProject', 'the project of BigQuery is not set');
  const client = new BigQuery({
    projectId: project,
    location,
    ...(apiEndpoint === undefined ? {} : { apiEndpoint }),
    ...(auth === undefined ? {} : { authClient: auth }),
    retryOptions: {
      autoRetry: true,
      maxRetries: mostRetries,
      retryDelayMultiplier,
      retryableErrorFn: isPassing,
    },
  });
  limitRequests(client.apiEndpoint, requestMs);
  return client;
}
