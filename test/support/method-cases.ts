import type { MethodFinding } from '#src/method-finding.ts';
import { findCompareMethod } from '#src/statistics/method/find-compare-method.ts';
import { findTrendMethod } from '#src/statistics/method/find-trend-method.ts';
import { methodRules } from '#src/statistics/method/method-rules.ts';
import type { TrendInput } from '#src/statistics/trend/trend-input.ts';
import type { Sentence } from '#src/summary/sentence.ts';
import { sayCompareMethod } from '#src/summary/method/say-compare-method.ts';
import { sayFlowsMethod } from '#src/summary/method/say-flows-method.ts';
import { sayGeneral } from '#src/summary/method/say-general.ts';
import { sayTrendMethod } from '#src/summary/method/say-trend-method.ts';
import { tablePlaces } from '#src/summary/method/table-places.ts';
import { tableProtection, tableSettings } from '#src/summary/method/table-settings.ts';
import { tableWeeks } from '#src/summary/method/table-weeks.ts';
import type { Table } from '#src/summary/table.ts';
import { compareCases } from '#test/support/compare-cases.ts';
import { trendCases } from '#test/support/trend-cases.ts';
import { event, release, settings, trendInput, weeklyRows } from '#test/support/trend-input.ts';

const common = { kind: 'method' as const, release, rules: methodRules(settings) };

/** The method in general. */
export const general = {
  ...common,
  about: 'general' as const,
  example: 'method region:"North Arden" since:reopening',
};

/** The method of flows over several weeks, and over one. */
const flows = {
  ...common,
  about: 'flows' as const,
  period: { from: '2022-01-24', to: '2022-02-20', weeks: 4 },
};

/** What the cases of trends lack: ranges that only some rules keep from being a rise. */
const special: Readonly<Record<string, TrendInput>> = {
  'a rise that protection could make': trendInput({ bound: 9900, rows: rising(1.035) }),
  'a wide range around a small change': trendInput({
    rows: weeklyRows((index) => 1 + 0.12 * Math.cos(index * 2.3)),
  }),
  'a settings file with few weeks of history': trendInput({
    settings: { ...settings, minimumHistory: 1, historyWeeks: 9 },
  }),
  'a date that is a Monday': trendInput({ since: { date: '2022-03-14', event: undefined } }),
  'a barrier after it, with weeks enough': trendInput({
    touching: [event({}), event({ date: '2022-04-06', kind: 'lockdown_start', slug: 'b' })],
  }),
};

function rising(factor: number): TrendInput['rows'] {
  return weeklyRows((index) => (index < 62 ? 1 : factor));
}

/** Every trend, and what only the method tells apart. */
export const trendsWorkedOut: Readonly<Record<string, TrendInput>> = { ...trendCases, ...special };

/** Every shape of the method, by name. */
export const methodCases: Readonly<Record<string, MethodFinding>> = {
  'in general': general,
  flows,
  'flows of one week': { ...flows, period: { ...flows.period, to: '2022-01-30', weeks: 1 } },
  'by mode': findTrendMethod(trendInput(), 'mode'),
  'by day of the week': findTrendMethod(trendInput(), 'weekday'),
  ...Object.fromEntries(
    Object.entries(trendsWorkedOut).map(([name, input]) => [
      `trend: ${name}`,
      findTrendMethod(input, undefined),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(compareCases).map(([name, input]) => [
      `compare: ${name}`,
      findCompareMethod(input, settings),
    ]),
  ),
};

/** What is said of a method, and its table, as the command does. */
export function sayMethod(finding: MethodFinding): {
  readonly sentences: readonly Sentence[];
  readonly table: Table;
} {
  switch (finding.about) {
    case 'general':
      return { sentences: sayGeneral(finding), table: tableSettings(finding) };
    case 'flows':
      return { sentences: sayFlowsMethod(finding), table: tableProtection(finding) };
    case 'trend':
      return { sentences: sayTrendMethod(finding), table: tableWeeks(finding) };
    case 'compare':
      return { sentences: sayCompareMethod(finding), table: tablePlaces(finding) };
    default:
      return finding satisfies never;
  }
}
