import { numberOfRow } from '#src/disclosure/revise/flow-number.ts';
import { rowsByWeek } from '#src/disclosure/revise/rows-by-week.ts';
import { isOpenToSee } from './device-bound.ts';
import { foldWindow, isAboutEnough, type FoldedWindow } from './fold-window.ts';
import type { GateFigures, RuleCount } from './gate-figures.ts';
import { windowsOf, type Window } from './windows-of.ts';

/** A window with the numbers of the leaves that may be published in it: those about enough devices. */
export type JudgedWindow = { readonly window: Window; readonly eligible: ReadonlySet<number> };

/** What the leaves of the new weeks came to. */
export type NewLeaves = {
  readonly rules: readonly RuleCount[];
  readonly windows: readonly JudgedWindow[];
};

const sumRule = 'a leaf that is not the sum of its flows';
const fewRule = 'an exact leaf that is about too few devices or mostly about one or two';
const windowRule = 'a leaf of a flow that is about too few devices in its window';

/** Holds every leaf of the new weeks against the raw flows that are said to be in it. Source: docs/policy.md, paragraphs 3 and 4. */
export function checkNewLeaves(figures: GateFigures): NewLeaves {
  const { raw, baseline, before, policy } = figures;
  const windows = windowsOf(before?.weeks ?? 0, raw.weeks.length, policy.eligibilityWeeks);
  const rows = rowsByWeek(baseline.leaves.week, raw.weeks.length);
  const found = windows.map((window) => checkWindow(figures, foldWindow(figures, window), rows));
  const sum = (count: (each: Counts) => number): number =>
    found.reduce((total, { counts }) => total + count(counts), 0);
  const checked = sum((counts) => counts.checked);
  return {
    rules: [
      { rule: sumRule, checked, broken: sum((counts) => counts.unequal) },
      { rule: fewRule, checked, broken: sum((counts) => counts.few) },
      { rule: windowRule, checked, broken: sum((counts) => counts.ineligible) },
    ],
    windows: found.map(({ window, eligible }) => ({ window, eligible })),
  };
}

type Counts = {
  readonly checked: number;
  readonly unequal: number;
  readonly few: number;
  readonly ineligible: number;
};

function checkWindow(
  figures: GateFigures,
  folded: FoldedWindow,
  rows: readonly (readonly number[])[],
): JudgedWindow & { readonly counts: Counts } {
  const { window, placeOf, numbers } = folded;
  const { baseline, raw } = figures;
  const eligible = new Set(numbers.filter((_, place) => isAboutEnough(folded, place, figures)));
  const counts = { checked: 0, unequal: 0, few: 0, ineligible: 0 };
  for (let week = window.written; week < window.end; week += 1) {
    let filled = 0;
    for (const row of rows[week] ?? []) {
      const leaf = numberOfRow(baseline.leaves, row, raw.areas.codes.length);
      const judged = judgeRow(figures, folded, { row, week, place: placeOf.get(leaf) });
      counts.checked += 1;
      counts.unequal += Number(!judged.isSum);
      counts.few += Number(!judged.maySee);
      counts.ineligible += Number(!eligible.has(leaf));
      filled += Number(baseline.leaves.padded[row] !== 1);
    }
    counts.unequal += Math.abs(filled - countFilled(folded, week));
  }
  return { window, eligible, counts };
}

type StandingRow = {
  readonly row: number;
  readonly week: number;
  readonly place: number | undefined;
};

function judgeRow(
  { baseline: { leaves }, policy }: GateFigures,
  { sumAt }: FoldedWindow,
  { row, week, place }: StandingRow,
): { readonly isSum: boolean; readonly maySee: boolean } {
  const empty = { trips: 0, deviceSum: 0, deviceMost: 0, shares: undefined };
  const sum = place === undefined ? empty : sumAt(place, week);
  const isPadded = leaves.padded[row] === 1;
  const expected = isPadded && policy.zeros === 'protected' && sum.trips === 0 ? 1 : sum.trips;
  const isHidden = leaves.sensitive[row] === 1;
  return {
    isSum: leaves.trips[row] === expected && (sum.trips > 0 || isPadded),
    maySee: isHidden || (isOpenToSee(sum, policy) && leaves.published[row] === sum.trips),
  };
}

/** How many leaves of a week have trips. */
function countFilled({ numbers, sumAt }: FoldedWindow, week: number): number {
  return numbers.reduce((count, _, place) => count + Number(sumAt(place, week).trips > 0), 0);
}
