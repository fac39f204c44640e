/** Weeks `first` to `end` − 1, by index. */
export type EligibilityWindow = { readonly first: number; readonly end: number };

/** Consecutive blocks of `length` weeks; a shorter last block joins the one before. Source: docs/policy.md, paragraph 4. */
export function eligibilityWindows(weeks: number, length: number): readonly EligibilityWindow[] {
  if (weeks === 0) return [];
  const count = Math.max(1, Math.floor(weeks / length));
  return Array.from({ length: count }, (_, index) => ({
    first: index * length,
    end: index === count - 1 ? weeks : (index + 1) * length,
  }));
}
