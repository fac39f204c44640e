/** Where a process is to be struck: killed, or stopped for longer than its lease. `token`: a file that says that it was done, so that it is done once. */
export type Strike = {
  readonly boundary: string;
  readonly blow: 'SIGKILL' | 'SIGSTOP';
  readonly token: string;
};

/** What a worker is told. `offer`: the deliveries of a run, which every worker gets, as Slack sends them again. */
export type Order =
  | { readonly kind: 'work' }
  | {
      readonly kind: 'offer';
      readonly run: string;
      readonly deliveries: readonly string[];
      readonly strikes: readonly Strike[];
    }
  | { readonly kind: 'disarm' };

/** What a worker says. `seen`: boundaries that it came to, each once. */
export type Report =
  | { readonly kind: 'ready' }
  | { readonly kind: 'offered'; readonly run: string }
  | { readonly kind: 'seen'; readonly boundary: string };

/** What a worker is started with, in its environment as JSON. */
export type Post = {
  readonly databaseUrl: string;
  readonly home: string;
  readonly auditKeyFile: string;
  readonly slackUrl: string;
};

export const leaseMs = 700;
export const postTimeoutMs = 300;
