import type { Command, Desk, Reply } from '#commands/command.ts';
import { flowsChart } from '#commands/flows-chart.ts';
import { readFlows } from '#commands/read-flows.ts';
import type { FlowsFinding } from '#src/flows-finding.ts';
import type { FlowsAsk } from '#src/grammar/ask.ts';
import { findFlows } from '#src/statistics/flows/find-flows.ts';
import { altFlows } from '#src/summary/flows/alt-flows.ts';
import { sayFlows } from '#src/summary/flows/say-flows.ts';
import { tableFlows } from '#src/summary/flows/table-flows.ts';

/** Whether any flow with another place can be drawn. */
const hasPicture = (finding: FlowsFinding): boolean =>
  finding.shape === 'matrix'
    ? finding.largest.length > 0
    : finding.rows.some(({ trips }) => trips.kind === 'published' && trips.value > 0);

async function reply(ask: FlowsAsk, desk: Desk): Promise<Reply> {
  const { input, provenance } = await readFlows(ask, desk);
  const finding = findFlows(input);
  return {
    finding,
    sentences: sayFlows(finding),
    table: tableFlows(finding),
    chart: hasPicture(finding) ? { spec: flowsChart(finding), alt: altFlows(finding) } : undefined,
    provenance,
  };
}

/** The largest flows into, out of or between places. */
export const flows: Command<'flows'> = {
  name: 'flows',
  usage:
    'flows [destination:PLACE, origin:PLACE or between:LEVEL] [since:DATE] [until:DATE] [mode:MODE] [by:LEVEL]',
  purpose: 'Where trips into a place start, where trips from it go, or the flows between places',
  reply,
};
