/** Days next to one another, counted from 1970-01-01; `end` is the day after the last. */
export type DaySpan = { readonly first: number; readonly end: number };

/** Joins stretches of `length` days each, such as weeks, where one follows on another. `starts`: their first days, ascending. */
export function joinedSpans(starts: readonly number[], length: number): readonly DaySpan[] {
  const spans: { first: number; end: number }[] = [];
  for (const first of starts) {
    const span = spans.at(-1);
    if (span?.end === first) span.end = first + length;
    else spans.push({ first, end: first + length });
  }
  return spans;
}
