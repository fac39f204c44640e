import type { TrendFinding } from '#src/finding.ts';
import { dayNumber } from '#src/week.ts';
import { dateWords, shortDateWords } from '#src/date-words.ts';

/** One dashed rule: everything that happened on one day. `asked`: the date the question is about. */
export type EventMark = {
  readonly date: string;
  readonly day: number;
  readonly asked: boolean;
  readonly labels: readonly string[];
  readonly dateLabel: string;
};

/** The rules to draw within the span, one a day, ascending. The date asked about is written in full. */
export function eventMarks(
  finding: TrendFinding,
  span: { readonly first: number; readonly end: number },
): readonly EventMark[] {
  const asked = finding.since?.date;
  const labels = new Map<string, Set<string>>();
  if (asked !== undefined)
    labels.set(
      asked,
      new Set(finding.since?.event === undefined ? [] : [finding.since.event.label]),
    );
  for (const { date, label } of finding.events)
    labels.set(date, (labels.get(date) ?? new Set()).add(label));
  return [...labels]
    .map(([date, texts]) => ({
      date,
      day: dayNumber(date),
      asked: date === asked,
      labels: [...texts],
    }))
    .filter(({ day }) => day >= span.first && day < span.end)
    .map((mark) => ({ ...mark, dateLabel: (mark.asked ? dateWords : shortDateWords)(mark.date) }))
    .sort((a, b) => a.day - b.day);
}
