/** Weeks `first` to `end` − 1, by index. `written`: the first week whose leaves are written, `first` unless said; weeks before it only serve to judge. */
export type EligibilityWindow = {
  readonly first: number;
  readonly end: number;
  readonly written?: number;
};

/** The first week of a window whose leaves are written. */
export const firstWritten = ({ first, written }: EligibilityWindow): number => written ?? first;

/** Consecutive blocks of `length` weeks; a shorter last block joins the one before. Source: docs/policy.md, paragraph 4. */
export function eligibilityWindows(weeks: number, length: number): readonly EligibilityWindow[] {
  if (weeks === 0) return [];
  const count = Math.max(1, Math.floor(weeks / length));
  return Array.from({ length: count }, (_, index) => ({
    first: index * length,
    end: index === count - 1 ? weeks : (index + 1) * length,
  }));
}
