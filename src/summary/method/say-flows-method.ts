import type { FlowsMethod } from '#src/method-finding.ts';
import { dateFact, tripsFact } from '#src/summary/facts.ts';
import { limitFact } from '#src/summary/method/rule-facts.ts';
import { sayProtection } from '#src/summary/say-protection.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** How flows, elsewhere and withheld numbers are made. */
export function sayFlowsMethod(finding: FlowsMethod): readonly Sentence[] {
  const { period, release } = finding;
  const from = dateFact(period.from, '/period/from');
  const to = dateFact(period.to, '/period/to');
  return [
    say`A flow is all trips from one place to another in whole weeks, Monday to Sunday.`,
    period.weeks === 1
      ? say`Here that is one week, ${from} to ${to}.`
      : say`Here the weeks run from ${from} to ${to}, and we show their mean.`,
    sayProtection(finding),
    say`So one small flow may be wrong, while totals stay close to the truth.`,
    say`A flow that is often so small is counted as elsewhere in the larger area where it starts.`,
    say`So trips that end in a place are complete, and more may start in one than we show.`,
    say`Each number has an error bound: the most that protection can move it in a week.`,
    say`For trips from one region to another, or within one, that holds almost always.`,
    say`Numbers below ${limitFact(finding, 'shownFrom')} times that bound are withheld and shown as [c].`,
    say`Trips are rounded to ${tripsFact(release.rounding, '/release/rounding')}, so sums may differ a little.`,
  ];
}
