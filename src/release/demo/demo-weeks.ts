import type { DemoModel } from '#src/release/demo/demo-model.ts';
import { addDays, type IsoDate } from '#src/week.ts';

/** The Mondays of the data, ascending. */
export function demoWeeks(model: DemoModel): readonly IsoDate[] {
  return Array.from({ length: model.weeks }, (_, index) => addDays(model.firstWeek, 7 * index));
}
