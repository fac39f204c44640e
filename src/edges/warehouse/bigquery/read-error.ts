import { z } from 'zod';
import { Fault } from '#src/fault.ts';

const reasons = z.array(z.object({ reason: z.string() }));
const thrown = z
  .object({
    code: z.union([z.number(), z.string()]).optional().catch(undefined),
    errors: reasons.catch([]),
  })
  .catch({ code: undefined, errors: [] });

/** Where the client asks whether to send a request again, it has read no reasons yet. */
const answered = z.object({
  response: z.object({ body: z.object({ error: z.object({ errors: reasons }) }) }),
});

type Kind = { readonly code: string; readonly message: string; readonly retryable?: true };

const denied: Kind = { code: 'denied', message: 'BigQuery refused this account' };
const missing: Kind = { code: 'missing', message: 'BigQuery has no such table' };
/** What is not there, by the beginning of what Google says: all of it has one reason. */
const notThere: readonly (readonly [string, Kind])[] = [
  ['Not found: Project', { code: 'noProject', message: 'BigQuery has no such project' }],
  ['Not found: Dataset', { code: 'noDataset', message: 'BigQuery has no such dataset' }],
];
const noAccount: Kind = {
  code: 'noAccount',
  message: 'BigQuery does not take the credentials of this program',
};
const noCredentials: Kind = {
  code: 'noCredentials',
  message:
    'no Google account was found for this program: attach a service account to what it runs on, or sign in with gcloud auth application-default login',
};
const unavailable: Kind = {
  code: 'unavailable',
  message: 'BigQuery cannot be reached for now',
  retryable: true,
};
const rateLimited: Kind = {
  code: 'rateLimited',
  message: 'BigQuery takes no more requests for now',
  retryable: true,
};

/** By the reason that Google gives: a job that failed may come as an answer without any other code. */
const byReason: Readonly<Record<string, Kind>> = {
  accessDenied: denied,
  authError: noAccount,
  notFound: missing,
  invalidQuery: { code: 'invalidQuery', message: 'BigQuery cannot run a query of this program' },
  bytesBilledLimitExceeded: {
    code: 'tooManyBytes',
    message: 'a question would have read more than it may be billed for',
  },
  resourcesExceeded: {
    code: 'tooLarge',
    message: 'a question needed more than BigQuery gives to one',
  },
  quotaExceeded: { code: 'quota', message: 'the quota of BigQuery is used up' },
  rateLimitExceeded: rateLimited,
  jobRateLimitExceeded: rateLimited,
  backendError: unavailable,
  internalError: unavailable,
  jobInternalError: unavailable,
  stopped: { code: 'stopped', message: 'a question was stopped', retryable: true },
  timeout: { code: 'stopped', message: 'a question was stopped', retryable: true },
};

const byStatus: Readonly<Record<number, Kind>> = {
  401: noAccount,
  403: denied,
  404: missing,
  408: unavailable,
  429: rateLimited,
};

const passingReasons = new Set(['rateLimitExceeded', 'jobRateLimitExceeded']);

/** Whether to send a request again. By itself the client does not for a 403 that only says that it was too quick. */
export function isPassing(error: unknown): boolean {
  const { code } = thrown.parse(error);
  if (code === 408 || code === 429 || (typeof code === 'number' && code >= 500)) return true;
  return reasonsOf(error).some((reason) => passingReasons.has(reason));
}

/** What went wrong, for the operator. What Google says of it may hold SQL, a token or a page of HTML: the reason alone crosses. `job`: which job of BigQuery it was. */
export function faultOf(error: unknown, job?: string): Fault {
  if (error instanceof Fault) return error;
  const kind = kindOf(error);
  const { code, message, retryable = false } = kind;
  // Without an account nothing was sent, so there is no job.
  const isOfJob = job !== undefined && kind !== noCredentials;
  const where = [...reasonsOf(error).slice(0, 1), ...(isOfJob ? [`job ${job}`] : [])];
  const text = where.length === 0 ? message : `${message} (${where.join(', ')})`;
  return new Fault('WarehouseFault', code, text, { retryable });
}

function kindOf(error: unknown): Kind {
  const said = error instanceof Error ? error.message : '';
  const found = reasonsOf(error).flatMap((reason) => byReason[reason] ?? []);
  if (found[0] === missing)
    return notThere.find(([beginning]) => said.includes(beginning))?.[1] ?? missing;
  if (found[0] !== undefined) return found[0];
  if (said.includes('default credentials')) return noCredentials;
  const { code } = thrown.parse(error);
  if (typeof code === 'number') return byStatus[code] ?? (code >= 500 ? unavailable : failed);
  return isOfNetwork(error) ? unavailable : failed;
}

const failed: Kind = { code: 'engine', message: 'BigQuery failed' };

const isOfNetwork = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'FetchError' || ('type' in error && error.type === 'request-timeout'));

function reasonsOf(error: unknown): readonly string[] {
  const said = thrown.parse(error).errors;
  if (said.length > 0) return said.map(({ reason }) => reason);
  const raw = answered.safeParse(error);
  return raw.success ? raw.data.response.body.error.errors.map(({ reason }) => reason) : [];
}
