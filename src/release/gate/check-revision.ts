import type { DisclosurePolicy } from '#src/disclosure/policy.ts';
import { numberOfRow } from '#src/disclosure/revise/flow-number.ts';
import type { Baseline, StandingLeaves } from '#src/disclosure/revise/baseline.ts';
import { rowsByWeek } from '#src/disclosure/revise/rows-by-week.ts';
import { isOpenToSee } from './device-bound.ts';
import type { GateFigures, RuleCount } from './gate-figures.ts';
import { isSeenChange, isSureAlone, sumOf } from './judge-history.ts';
import { makeHistory, type LeafHistory } from './leaf-history.ts';

const redrawn = 'a leaf that was drawn or empty before is drawn';
const small = 'a revised leaf whose change is about too few devices';
const unsure =
  'a revised leaf that was or is hidden, and beside it a figure that is not about enough devices';
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
 * trips and devices that are enough by themselves. Where one side is hidden, the other is enough whatever the hidden one is. Source: docs/policy.md, paragraph 14.
 */
export function checkRevision(figures: GateFigures): readonly RuleCount[] {
  const { before, baseline, raw } = figures;
  const counts = { checked: 0, redrawn: 0, small: 0, unsure: 0, few: 0 };
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
      const broken = judgeChange(then.get(leaf), now.get(leaf), history?.(leaf), {
        ...figures.policy,
        base: baseline.base,
      });
      counts.redrawn += Number(broken.redrawn);
      counts.small += Number(broken.small);
      counts.unsure += Number(broken.unsure);
      counts.few += Number(broken.few);
    }
  });
  const { checked } = counts;
  return [
    { rule: redrawn, checked, broken: counts.redrawn },
    { rule: small, checked, broken: counts.small },
    { rule: unsure, checked, broken: counts.unsure },
    { rule: few, checked, broken: counts.few },
  ];
}

const isSame = (was = unseen, is = unseen): boolean =>
  was.published === is.published &&
  was.sensitive === is.sensitive &&
  (!is.sensitive || was.trips === is.trips);

type Broken = Record<'redrawn' | 'small' | 'unsure' | 'few', boolean>;
type Rules = DisclosurePolicy & { readonly base: number };

/** Which rules a changed leaf breaks. */
function judgeChange(
  was = unseen,
  is = unseen,
  history: LeafHistory | undefined,
  rules: Rules,
): Broken {
  if (history === undefined) return { redrawn: false, small: true, unsure: false, few: false };
  const isShown = isExact(is);
  const sum = sumOf(history.now);
  return {
    redrawn: is.sensitive && (was.published === 0 || was.sensitive || was.drawn),
    small: isShown && !isSeenChange(history, isExact(was), rules),
    unsure: !isSure(was, is, history, rules),
    few: isShown && (is.published !== sum.trips || !isOpenToSee(sum, rules)),
  };
}

const isExact = ({ published, sensitive }: Stand): boolean => published > 0 && !sensitive;

/** Whether no hidden figure, of now or of any release, can have to do with what becomes of the leaf. */
function isSure(was: Stand, is: Stand, { now, last, past }: LeafHistory, rules: Rules): boolean {
  const wasHidden = was.drawn || !isExact(was);
  if (isExact(is)) return !wasHidden || isSureAlone(now, rules.base, rules);
  return !wasHidden && [last, ...past].every((then) => isSureAlone(then, rules.base, rules));
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
