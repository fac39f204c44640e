/** Weeks that are judged together: `first` to `end` − 1, of which those from `written` on are written. */
export type Window = { readonly first: number; readonly written: number; readonly end: number };

/**
 * The windows in which a release's new weeks (from `known` on) must be about enough devices: up to `length` new weeks by the last `length`
 * weeks, more in blocks. Worked out here for itself and not by the protector's code. Source: docs/policy.md, paragraphs 4 and 14.
 */
export function windowsOf(known: number, weeks: number, length: number): readonly Window[] {
  const added = weeks - known;
  if (added <= 0) return [];
  if (added <= length) return [{ first: Math.max(0, weeks - length), written: known, end: weeks }];
  const blocks = Math.floor(added / length);
  return Array.from({ length: blocks }, (_, block) => {
    const first = known + block * length;
    return { first, written: first, end: block + 1 === blocks ? weeks : first + length };
  });
}
