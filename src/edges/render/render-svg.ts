import type { ChartSpec } from '#src/ports.ts';
import { makeViewMaker } from './make-view-maker.ts';

/** A specification as SVG that names the typeface and does not embed it: for publication and golden files. Throws as a renderer does. */
export async function renderSvg(spec: ChartSpec): Promise<string> {
  const view = await makeViewMaker()(spec);
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
