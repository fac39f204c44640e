import type { NotMeasured } from '#src/compare-finding.ts';
import type { MeasuredChange } from '#src/finding.ts';
import { compareAround, compareLatest, type Compared } from '#src/statistics/trend/compare.ts';
import type { ItemInput } from '#src/statistics/compare/compare-input.ts';
import type { TypicalWeek } from '#src/statistics/typical-week.ts';

/** A row with its change, and the numbers behind it where there are any. */
export type ComparedItem = {
  readonly input: ItemInput;
  readonly change: MeasuredChange | NotMeasured;
  readonly typical: TypicalWeek | undefined;
};

/** Why the last week is not compared: it is not ordinary, or nothing ordinary is before it. */
function notLatest({ weeks, trend }: ItemInput): NotMeasured {
  const last = weeks.at(-1);
  if (last?.flag?.kind === 'suppressed') return { kind: 'tooSmall', larger: trend.spokenLarger };
  if (last?.ordinary !== true) return { kind: 'notOrdinary', flag: last?.flag };
  const needed = trend.settings.minimumBefore;
  return { kind: 'tooFewBefore', beforeWeeks: [], needed, barrier: undefined };
}

function compareOne({ since, weeks, trend }: ItemInput): Compared | undefined {
  if (since === undefined) return compareLatest(trend, weeks);
  if ('kind' in since) return undefined;
  return compareAround(trend, since, weeks);
}

/** Compares the weeks of one row as a trend of it would be. */
export function comparedItem(input: ItemInput): ComparedItem {
  const { since } = input;
  if (since !== undefined && 'kind' in since) return { input, change: since, typical: undefined };
  const compared = compareOne(input);
  return { input, change: compared?.change ?? notLatest(input), typical: compared?.typical };
}
