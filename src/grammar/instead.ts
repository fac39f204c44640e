import type { TrendAsk } from '#src/grammar/ask.ts';

/**
 * What to try where a date cannot be asked: `undated`, the question without it; `sideBySide`, its places each with its own day of an event;
 * `changed`, what else was asked of one place.
 */
export type Instead = {
  readonly undated?: (() => string) | undefined;
  readonly sideBySide?: ((slug: string) => string) | undefined;
  readonly changed?: Partial<TrendAsk> | undefined;
};
