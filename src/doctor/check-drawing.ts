import { join } from 'node:path';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import type { ChartSpec } from '#src/ports.ts';
import { ok, type Outcome } from './check.ts';

const tinyChart: ChartSpec = {
  $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
  width: 60,
  height: 40,
  data: {
    values: [
      { place: 'one', value: 1 },
      { place: 'two', value: 2 },
    ],
  },
  mark: 'bar',
  encoding: {
    x: { field: 'place', type: 'nominal' },
    y: { field: 'value', type: 'quantitative' },
  },
  config: { font: 'Open Sans' },
};

/** Draws a chart of two bars, which takes the fonts, Vega, the canvas and the packer of pictures. Throws `RenderFault`. */
export async function checkDrawing(projectFolder: string): Promise<Outcome> {
  const start = performance.now();
  const render = makeRenderer({ fontsFolder: join(projectFolder, 'assets/fonts') });
  await render(tinyChart);
  return ok(`A chart was drawn in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}
