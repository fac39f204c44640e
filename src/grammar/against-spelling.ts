import type { Against } from '#src/grammar/ask.ts';

/** What weeks are held against, as it is typed after `vs:`. */
export const againstSpelling: Readonly<Record<Against, string>> = {
  before: 'usual',
  lastYear: 'last-year',
};
