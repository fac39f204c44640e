import type { Fit } from '#src/grammar/fit.ts';
import type { Option } from '#src/grammar/option.ts';
import type { Site } from '#src/grammar/site.ts';

/** An option at a site, and how it fits there, which is looked for only when asked. */
export type Candidate = {
  readonly site: Site;
  readonly option: Option;
  readonly fit: () => Pick<Fit, 'tail'> | undefined;
};
