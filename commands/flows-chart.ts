import { drawFlows } from '#charts/flows.ts';
import type { FlowsFinding } from '#src/flows-finding.ts';
import type { ChartSpec } from '#src/ports.ts';
import { altFlows } from '#src/summary/flows/alt-flows.ts';
import { barWords } from '#src/summary/flows/bar-words.ts';
import { footerFlows, subtitleFlows } from '#src/summary/flows/chart-text-flows.ts';
import { titleFlows } from '#src/summary/flows/title-flows.ts';

/** The chart of flows with its words. */
export const flowsChart = (finding: FlowsFinding): ChartSpec =>
  drawFlows(finding, {
    title: titleFlows(finding).text,
    subtitle: subtitleFlows(finding).text,
    source: footerFlows(finding).map(({ text }) => text),
    alt: altFlows(finding).text,
    bars:
      finding.shape === 'ranked'
        ? barWords(finding).map(({ name, trips }) => ({ name: name.text, trips: trips.text }))
        : [],
  });
