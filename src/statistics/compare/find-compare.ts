import type { CompareFinding, CompareItem } from '#src/compare-finding.ts';
import { deriveAll } from '#src/disclosure/protected.ts';
import { comparedItem, type ComparedItem } from '#src/statistics/compare/compared-item.ts';
import type { CompareInput } from '#src/statistics/compare/compare-input.ts';
import { findByChance } from '#src/statistics/compare/find-by-chance.ts';
import { findLeader } from '#src/statistics/compare/find-leader.ts';
import { liesAbove } from '#src/statistics/compare/lies-above.ts';
import { mostLeftOut } from '#src/statistics/compare/most-left-out.ts';
import { rankItems } from '#src/statistics/compare/rank-items.ts';
import { sharedDates } from '#src/statistics/compare/shared-dates.ts';
import { weeksCompared } from '#src/statistics/compare/weeks-compared.ts';
import { methodRules } from '#src/statistics/method/method-rules.ts';
import { mondayOf } from '#src/week.ts';

function itemOf(item: ComparedItem, all: readonly ComparedItem[]): CompareItem {
  const { name, spoken, since, weeks, trend } = item.input;
  return {
    name,
    spoken,
    since:
      since === undefined || 'kind' in since ? undefined : { date: since.date, event: since.event },
    change: item.change,
    latest: weeks.at(-1)?.trips ?? { kind: 'notApplicable' },
    withheld: weeks.every(({ trips }) => trips.kind === 'suppressed'),
    bound: trend.bound,
    above: all.flatMap((other, index) => (liesAbove(item, other) ? [index] : [])),
  };
}

function countVerdicts(items: readonly CompareItem[]): CompareFinding['counts'] {
  const verdicts = items.flatMap(({ change }) =>
    change.kind === 'measured' ? [change.verdict] : [],
  );
  const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
  return {
    measured: verdicts.length,
    rose: count('rose'),
    fell: count('fell'),
    similar: count('similar'),
    unsure: count('unsure'),
  };
}

/** Finds how trips changed in several places, by several modes or on the days of the week, and which changes differ. Source: docs/method.md. */
export function findCompare(input: CompareInput): CompareFinding {
  const { of, asked, release, mode, ends } = input;
  const compared = input.items.map(comparedItem);
  const ranked = rankItems(compared);
  const shown = of === 'weekday' ? compared : ranked;
  const items = shown.map((item) => itemOf(item, shown));
  const settings = input.items[0]?.trend.settings;
  const order = ranked
    .filter(({ change }) => change.kind === 'measured')
    .map((item) => shown.indexOf(item));
  return deriveAll(input.rows, () => ({
    kind: 'compare' as const,
    of,
    asked,
    release,
    mode,
    ends,
    lastWeek: mondayOf(input.items[0]?.trend.lastDay ?? release.lastDay),
    items,
    counts: countVerdicts(items),
    dates: sharedDates(items),
    largest: order.length < 2 ? undefined : order[0],
    smallest: order.length < 2 ? undefined : order.at(-1),
    leader: findLeader(items, order),
    byChance: findByChance(items, settings?.tail ?? 0),
    likelyPercent: settings === undefined ? 0 : methodRules(settings).likelyPercent,
    ...weeksCompared(compared, items),
    leftOut: mostLeftOut(compared),
  }));
}
