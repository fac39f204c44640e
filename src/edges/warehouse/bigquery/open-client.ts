import { BigQuery, type BigQueryOptions } from '@google-cloud/bigquery';
import type { DecorateRequestOptions } from '@google-cloud/common';
import { Fault } from '#src/fault.ts';
import type { BigQueryPlace } from './bigquery-place.ts';
import { isPassing } from './read-error.ts';

/** Who asks: the account that is attached to the machine, unless another is given. */
export type Auth = NonNullable<BigQueryOptions['authClient']>;

/** Longer than BigQuery itself waits for a job before it says that it is not done. */
const requestMs = 30_000;
const mostRetries = 3;

/**
 * Google's own client of one project. Throws `ConfigFault` `emulator` where the environment would send it elsewhere, and `noProject` without a project: it would ask for one
 * by the name of a placeholder.
 */
export function openClient(
  { project, location, apiEndpoint }: BigQueryPlace,
  auth: Auth | undefined,
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
    retryOptions: { autoRetry: true, maxRetries: mostRetries, retryableErrorFn: isPassing },
  });
  // googleapis/google-cloud-node#7998: by itself it waits for ever for a server that never answers.
  client.interceptors.push({
    // `as`: the client gives a request with its address, and its types do not say so.
    request: (request) => Object.assign(request, { timeout: requestMs }) as DecorateRequestOptions,
  });
  return client;
}
