import type { Command, Desk, Reply } from '#commands/command.ts';
import { readPlaces } from '#commands/read-places.ts';
import { readTrend } from '#commands/read-trend.ts';
import type { CompareAsk, FlowsAsk, TrendAsk } from '#src/grammar/ask.ts';
import { workingExamples } from '#src/grammar/working-examples.ts';
import { wholeWeeks } from '#src/statistics/flows/flows-period.ts';
import { findCompareMethod } from '#src/statistics/method/find-compare-method.ts';
import { findTrendMethod } from '#src/statistics/method/find-trend-method.ts';
import { methodRules } from '#src/statistics/method/method-rules.ts';
import { sayCompareMethod } from '#src/summary/method/say-compare-method.ts';
import { sayFlowsMethod } from '#src/summary/method/say-flows-method.ts';
import { sayGeneral } from '#src/summary/method/say-general.ts';
import { sayTrendMethod } from '#src/summary/method/say-trend-method.ts';
import { tablePlaces } from '#src/summary/method/table-places.ts';
import { tableProtection, tableSettings } from '#src/summary/method/table-settings.ts';
import { tableWeeks } from '#src/summary/method/table-weeks.ts';
import { addDays } from '#src/week.ts';

const noData = { chart: undefined, provenance: [] };

/** What every finding on the method tells of the release and the settings. */
const common = ({ warehouse: { release }, settings }: Desk) => ({
  kind: 'method' as const,
  release,
  rules: methodRules(settings),
});

function replyInGeneral(desk: Desk): Reply {
  const [question = ''] = workingExamples(desk.vocabulary);
  const example = `method ${question}`.trim();
  const finding = { ...common(desk), about: 'general' as const, example };
  return { ...noData, finding, sentences: sayGeneral(finding), table: tableSettings(finding) };
}

async function replyOnTrend(ask: TrendAsk, desk: Desk): Promise<Reply> {
  const { input, provenance } = await readTrend(ask, desk);
  const each = ask.by === 'mode' || ask.by === 'weekday' ? ask.by : undefined;
  const finding = findTrendMethod(input, each);
  const sentences = sayTrendMethod(finding);
  return { finding, sentences, table: tableWeeks(finding), chart: undefined, provenance };
}

async function replyOnCompare(ask: CompareAsk, desk: Desk): Promise<Reply> {
  const { input, provenance } = await readPlaces(ask, desk);
  const finding = findCompareMethod(input, desk.settings);
  const sentences = sayCompareMethod(finding);
  return { finding, sentences, table: tablePlaces(finding), chart: undefined, provenance };
}

function replyOnFlows(ask: FlowsAsk, desk: Desk): Reply {
  const asked = { since: ask.since?.date, until: ask.until?.date };
  const weeks = wholeWeeks(asked, desk.warehouse.release);
  const [from = ''] = weeks;
  const period = { from, to: addDays(weeks.at(-1) ?? from, 6), weeks: weeks.length };
  const finding = { ...common(desk), about: 'flows' as const, period };
  return {
    ...noData,
    finding,
    sentences: sayFlowsMethod(finding),
    table: tableProtection(finding),
  };
}

/** How an answer is worked out: in general, or one of them with its numbers. */
export const method: Command<'method'> = {
  name: 'method',
  usage: 'method [a question]',
  purpose: 'How an answer is worked out, with its numbers',
  reply: async ({ about }, desk) => {
    switch (about?.command) {
      case undefined:
        return replyInGeneral(desk);
      case 'trend':
        return replyOnTrend(about, desk);
      case 'compare':
        return replyOnCompare(about, desk);
      case 'flows':
        return replyOnFlows(about, desk);
      default:
        return about satisfies never;
    }
  },
};
