import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { numberOfRow } from '#src/disclosure/revise/flow-number.ts';
import type { Baseline, StandingLeaves } from '#src/disclosure/revise/baseline.ts';
import { rowsByWeek } from '#src/disclosure/revise/rows-by-week.ts';
import { isOpenToSee } from './device-bound.ts';
import type { GateFigures, RuleCount } from './gate-figures.ts';
import { isSeenChange, makeHistory, type LeafHistory } from './leaf-history.ts';

const redrawn = 'a leaf that was drawn or empty before is drawn';
const small = 'a revised leaf whose change is about too few devices';
const few = 'a revised leaf that is about too few devices or mostly about one or two';

/** How a leaf stood or stands. `trips` went into the draw: where they are others, there was another draw, whatever came out. */
type Stand = {
  readonly trips: number;
  readonly published: number;
  readonly sensitive: boolean;
  readonly drawn: boolean;
};

/**
 * Holds the weeks that were published before against what was published of them: no leaf is drawn a second time, and one that changes does so by
 * trips and devices that are enough by themselves. Source: docs/policy.md, paragraph 14.
 */
export function checkRevision(figures: GateFigures): readonly RuleCount[] {
  const { before, baseline, raw } = figures;
  const counts = { checked: 0, redrawn: 0, small: 0, few: 0 };
  const areas = raw.areas.codes.length;
  const rowsNow = rowsByWeek(baseline.leaves.week, before?.weeks ?? 0);
  const rowsBefore = rowsByWeek(before?.leaves.week ?? [], before?.weeks ?? 0);
  rowsNow.forEach((rows, week) => {
    const now = standsOf(baseline, rows, areas);
    const then = before ? standsOf(before, rowsBefore[week] ?? [], areas) : now;
    const leaves = [...new Set([...then.keys(), ...now.keys()])];
    counts.checked += leaves.length;
    const changed = leaves.filter((leaf) => !isSame(then.get(leaf), now.get(leaf)));
    const history = changed.length > 0 ? makeHistory(figures, week) : undefined;
    for (const leaf of changed) {
      const broken = judgeChange(then.get(leaf), now.get(leaf), history?.(leaf), figures.policy);
      counts.redrawn += Number(broken.redrawn);
      counts.small += Number(broken.small);
      counts.few += Number(broken.few);
    }
  });
  const { checked } = counts;
  return [
    { rule: redrawn, checked, broken: counts.redrawn },
    { rule: small, checked, broken: counts.small },
    { rule: few, checked, broken: counts.few },
  ];
}

const isSame = (was = unseen, is = unseen): boolean =>
  was.published === is.published &&
  was.sensitive === is.sensitive &&
  (!is.sensitive || was.trips === is.trips);

/** Which rules a changed leaf breaks. */
function judgeChange(
  was = unseen,
  is = unseen,
  history: LeafHistory | undefined,
  policy: DisclosurePolicy,
): Record<'redrawn' | 'small' | 'few', boolean> {
  return {
    redrawn: is.sensitive && (was.published === 0 || was.sensitive || was.drawn),
    small: history === undefined || !isSeenChange(history, policy),
    few:
      !is.sensitive &&
      is.published > 0 &&
      (is.published !== history?.sum.trips || !isOpenToSee(history.sum, policy)),
  };
}

const unseen: Stand = { trips: 0, published: 0, sensitive: false, drawn: false };

function standsOf(
  { leaves }: Pick<Baseline, 'leaves'>,
  rows: readonly number[],
  areas: number,
): ReadonlyMap<number, Stand> {
  return new Map(rows.map((row) => [numberOfRow(leaves, row, areas), standAt(leaves, row)]));
}

const standAt = ({ trips, published, sensitive, drawn }: StandingLeaves, row: number): Stand => ({
  trips: trips[row] ?? 0,
  published: published[row] ?? 0,
  sensitive: sensitive[row] === 1,
  drawn: drawn[row] === 1,
});
