import type { CompareFinding, CompareItem, WeekCounts } from '#src/compare-finding.ts';
import type { MeasuredChange } from '#src/finding.ts';
import type { ComparedItem } from '#src/statistics/compare/compared-item.ts';
import { dayNumber } from '#src/week.ts';

const countsOf = (sides: readonly (readonly string[])[]): WeekCounts => ({
  least: Math.min(...sides.map(({ length }) => length)),
  most: Math.max(...sides.map(({ length }) => length)),
});

/** Weeks between the date and the last week compared from which on a reader must be told. */
const longWait = 8;

function lastFarWeek(items: readonly CompareItem[]): string | undefined {
  const far = items.flatMap(({ change, since }) => {
    const last = change.kind === 'measured' ? change.afterWeeks.at(-1) : undefined;
    if (last === undefined || since === undefined) return [];
    return dayNumber(last) - dayNumber(since.date) < 7 * longWait ? [] : [last];
  });
  return far.toSorted().at(-1);
}

function reachesAcrossChristmas({ change, input }: ComparedItem): boolean {
  if (change.kind !== 'measured') return false;
  const [first = ''] = change.beforeWeeks;
  const last = change.afterWeeks.at(-1) ?? '';
  return input.weeks.some(
    ({ week, flag }) => flag?.kind === 'christmas' && week > first && week < last,
  );
}

/** Which weeks the figures are from, as far as a reader must know to trust them. */
export function weeksCompared(
  compared: readonly ComparedItem[],
  items: readonly CompareItem[],
): Pick<CompareFinding, 'weeks' | 'runTo' | 'acrossChristmas'> {
  const measured = items
    .map(({ change }) => change)
    .filter((change): change is MeasuredChange => change.kind === 'measured');
  const across = compared.filter(reachesAcrossChristmas).length;
  return {
    weeks:
      measured.length === 0
        ? undefined
        : {
            before: countsOf(measured.map(({ beforeWeeks }) => beforeWeeks)),
            after: countsOf(measured.map(({ afterWeeks }) => afterWeeks)),
          },
    runTo: lastFarWeek(items),
    acrossChristmas: across === 0 ? 'none' : across < measured.length ? 'some' : 'all',
  };
}
