/** How often the jobs look, and how long they wait. */
export type Pace = {
  /** Between two looks for a job. At least half a second. */
  readonly pollSeconds: number;
  /** Between two looks for jobs whose process died. */
  readonly watchSeconds: number;
  /** A process that runs a job says so every half of this. Where it does not, another one takes the job. At least 10. */
  readonly heartbeatSeconds: number;
  /** Jobs of one kind at once in one process. */
  readonly atOnce: number;
  /** What a stop leaves running jobs to finish in, and then to end in once they are told to. */
  readonly graceMs: number;
};

export const ordinaryPace: Pace = {
  pollSeconds: 2,
  watchSeconds: 30,
  heartbeatSeconds: 60,
  atOnce: 2,
  graceMs: 8000,
};
