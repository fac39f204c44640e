import type { Asked } from '#src/grammar/asked.ts';
import { givenTwice, type Refusal } from '#src/refusal.ts';

/** Refuses what an answer is shown by, held against or shown as, if two of them were asked for. */
export function checkOnce({ draft, suggest }: Asked): Refusal | undefined {
  const { grains, against, shows } = draft;
  // Weeks are the rule: "weekly by mode" is by mode.
  const lists = { by: grains.filter((grain) => grain !== 'week'), vs: against, show: shows };
  const twice = (['by', 'vs', 'show'] as const).find((key) => new Set(lists[key]).size > 1);
  return twice && givenTwice(twice, suggest.any);
}
