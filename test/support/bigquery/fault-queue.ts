import { Refusal } from './refusal.ts';

/** What goes wrong with a call. */
export type Fault =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'jobFailed'; readonly refusal: Refusal }
  | { readonly kind: 'page' }
  | { readonly kind: 'hang' | 'reset' | 'hangAfter' | 'resetAfter' };

const refused = (reason: string, message: string, status?: number): Fault => ({
  kind: 'refused',
  refusal: new Refusal(reason, message, status),
});

const jobFailed = (reason: string, message: string): Fault => ({
  kind: 'jobFailed',
  refusal: new Refusal(reason, message),
});

/** The faults by name. `job…`: the request is answered 200, and the job that it made has failed. `…After`: the work is done and its answer lost. */
const faults = {
  invalidQuery: refused('invalidQuery', 'Syntax error: Unexpected identifier [at 1:1]'),
  accessDenied: refused('accessDenied', 'Access Denied: Permission denied'),
  quotaExceeded: refused('quotaExceeded', 'Quota exceeded: Your project exceeded its quota'),
  rateLimitExceeded: refused('rateLimitExceeded', 'Exceeded rate limits: too many api requests'),
  notFound: refused('notFound', 'Not found: Job'),
  duplicate: refused('duplicate', 'Already Exists: Job'),
  tooManyRequests: refused('rateLimitExceeded', 'Too many requests', 429),
  unavailable: refused('backendError', 'Error encountered during execution. Retrying may help.'),
  unavailablePage: { kind: 'page' },
  jobBackendError: jobFailed('backendError', 'Error encountered during execution.'),
  jobInternalError: jobFailed('jobInternalError', 'The job failed with an internal error.'),
  jobRateLimitExceeded: jobFailed('jobRateLimitExceeded', 'Job exceeded rate limits'),
  jobResourcesExceeded: jobFailed('resourcesExceeded', 'Resources exceeded during query execution'),
  hang: { kind: 'hang' },
  reset: { kind: 'reset' },
  hangAfter: { kind: 'hangAfter' },
  resetAfter: { kind: 'resetAfter' },
} as const satisfies Readonly<Record<string, Fault>>;

/** A fault that can be asked for. */
export type FaultName = keyof typeof faults;

/** `on`: what the call's method and path match, such as `/^POST .jobs$/`. `times`: one unless said. `after`: how many calls pass first. A job's faults are for calls that make jobs. */
export type FaultRule = {
  readonly fault: FaultName;
  readonly on: RegExp;
  readonly times?: number;
  readonly after?: number;
};

/** Rules waiting for their calls. */
export type FaultQueue = {
  readonly add: (rule: FaultRule) => void;
  /** The fault of this call, if one is due: the first rule's that it matches. */
  readonly take: (call: string) => Fault | undefined;
};

/** An empty queue. */
export function makeFaultQueue(): FaultQueue {
  const waiting: { readonly rule: FaultRule; times: number; after: number }[] = [];
  return {
    add: (rule) => waiting.push({ rule, times: rule.times ?? 1, after: rule.after ?? 0 }),
    take: (call) => {
      const next = waiting.find(({ rule, times }) => times > 0 && rule.on.test(call));
      if (next === undefined) return undefined;
      if (next.after > 0) {
        next.after -= 1;
        return undefined;
      }
      next.times -= 1;
      return faults[next.rule.fault];
    },
  };
}
