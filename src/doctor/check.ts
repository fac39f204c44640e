/**
 * How one thing stands. `attention`: works as it is meant to, but is to be known. `failed`: something is to be mended. `said`: one sentence or two, for the operator,
 * with nothing secret in it and nothing of the data. `next`: what to do.
 */
export type Outcome = {
  readonly state: 'ok' | 'attention' | 'failed';
  readonly said: string;
  readonly next?: string;
};

/** An outcome by the name of what was looked at. */
export type CheckResult = Outcome & { readonly name: string };

/** What was looked at together. */
export type CheckGroup = { readonly name: string; readonly results: readonly CheckResult[] };

export const ok = (said: string): Outcome => ({ state: 'ok', said });

export const note = (said: string, next?: string): Outcome => ({
  state: 'attention',
  said,
  ...(next === undefined ? {} : { next }),
});

export const failed = (said: string, next?: string): Outcome => ({
  state: 'failed',
  said,
  ...(next === undefined ? {} : { next }),
});
