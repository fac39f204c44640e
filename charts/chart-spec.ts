import type { ChartSpec } from '#src/ports.ts';
import type { FrameWords } from './chart-words.ts';
import { makeFrame, type PlotRoom } from './frame.ts';
import type { TextRow } from './text-row.ts';
import { config } from './theme.ts';

/** What a chart draws in its frame: layers, the data sets and parameters that they read, and the texts in and around the plot. */
type Drawing = {
  readonly params: readonly object[];
  readonly datasets: Readonly<Record<string, readonly object[]>>;
  readonly texts: readonly TextRow[];
  readonly layer: readonly object[];
};

/** The Vega-Lite specification of a chart: a drawing in a frame of its words. */
export function chartSpec(words: FrameWords, room: PlotRoom, drawing: Drawing): ChartSpec {
  const { params, datasets, texts, layer } = drawing;
  const frame = makeFrame(words, room);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    description: words.alt,
    ...frame.spec,
    config,
    params,
    datasets: { ...datasets, texts: [...frame.texts, ...texts] },
    layer,
  };
}
