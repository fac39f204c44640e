import type { Padding, Runtime, View } from 'vega';
import type { TopLevelSpec } from 'vega-lite';
import type { ChartSpec } from '#src/ports.ts';
import { type SpecContent, splitSpec } from './spec-structure.ts';
import { makeStrictLogger } from './strict-logger.ts';

/** Compiled structures kept: one a kind of chart, with room for more. */
const kept = 16;

/** Makes a Vega view of a specification, without a renderer. A structure is compiled once; Vega itself is loaded with the first chart. */
export function makeViewMaker(): (spec: ChartSpec) => Promise<View> {
  const logger = makeStrictLogger();
  const runtimes = new Map<string, Runtime>();
  return async (spec) => {
    const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
    const compiled = (whole: ChartSpec) =>
      // By contract a ChartSpec is Vega-Lite; the compiler refuses what is not.
      vega.parse(compile(whole as unknown as TopLevelSpec, { logger }).spec);
    const show = (runtime: Runtime) => new vega.View(runtime, { renderer: 'none', logger });
    const split = splitSpec(spec);
    if (split === undefined) return show(compiled(spec));
    const key = JSON.stringify(split.structure);
    const runtime = runtimes.get(key) ?? compiled(split.structure);
    if (runtimes.size < kept) runtimes.set(key, runtime);
    return fill(show(runtime), split.content);
  };
}

function fill(view: View, content: SpecContent): View {
  view.width(content.width).height(content.height);
  // Vega-Lite and Vega share the type of padding.
  view.padding(content.padding as Padding);
  for (const [name, value] of Object.entries(content.params)) view.signal(name, value as object);
  for (const [name, rows] of Object.entries(content.datasets)) view.data(name, rows);
  return view;
}
