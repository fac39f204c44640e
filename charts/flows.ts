import type { FlowsFinding } from '#src/flows-finding.ts';
import type { ChartSpec } from '#src/ports.ts';
import { chartSpec } from './chart-spec.ts';
import { flowsBars } from './flows-bars.ts';
import { flowsLayers } from './flows-layers.ts';
import type { FlowsWords } from './flows-words.ts';
import { matrixGrid } from './matrix-grid.ts';

/** The chart of flows: ranked bars for one place, a grid of numbers between several, 800 pixels wide. */
export function drawFlows(finding: FlowsFinding, words: FlowsWords): ChartSpec {
  const picture = finding.shape === 'ranked' ? flowsBars(finding, words) : matrixGrid(finding);
  const { room, tiles, hatches, texts } = picture;
  return chartSpec(words, room, {
    params: [],
    datasets: { tiles, hatches },
    texts,
    layer: flowsLayers(),
  });
}
