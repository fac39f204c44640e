/** HTTP statuses by BigQuery's reasons. Source: its table of error messages; a job that was stopped is told as 499. */
const statuses: Readonly<Record<string, number>> = {
  invalid: 400,
  invalidQuery: 400,
  bytesBilledLimitExceeded: 400,
  jobBackendError: 400,
  jobInternalError: 400,
  jobRateLimitExceeded: 400,
  resourcesExceeded: 400,
  authError: 401,
  accessDenied: 403,
  quotaExceeded: 403,
  rateLimitExceeded: 403,
  notFound: 404,
  duplicate: 409,
  stopped: 499,
  internalError: 500,
  notImplemented: 501,
  backendError: 503,
};

const words: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  429: 'RESOURCE_EXHAUSTED',
  499: 'CANCELLED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
  503: 'UNAVAILABLE',
};

/** Why BigQuery does not do something, with its own reason: of a request, or of a job. */
export class Refusal extends Error {
  readonly reason: string;
  readonly status: number;

  constructor(reason: string, message: string, status = statuses[reason] ?? 500) {
    super(message);
    this.reason = reason;
    this.status = status;
  }
}

/** The refusal as HTTP tells it. */
export function writeRefusal({ reason, message, status }: Refusal): {
  readonly status: number;
  readonly body: unknown;
} {
  const errors = [{ message, domain: 'global', reason }];
  return {
    status,
    body: { error: { code: status, message, errors, status: words[status] ?? 'UNKNOWN' } },
  };
}
