import { expect, test } from 'vitest';
import { View, parse } from 'vega';
import { type TopLevelSpec, compile } from 'vega-lite';
import { drawTrend } from '#charts/trend.ts';
import { renderSvg } from '#src/edges/render/render-svg.ts';
import { shapeNamed, shapes } from '#test/charts/fixtures.ts';

const named = Object.entries(shapes).map(([name, shape]) => ({ name, ...shape }));

test.each(named)(
  '$name, set on a compiled structure, is what Vega-Lite compiles whole',
  async ({ finding, words }) => {
    const spec = drawTrend(finding, words);
    // A ChartSpec is Vega-Lite by contract.
    const whole = parse(compile(structuredClone(spec) as unknown as TopLevelSpec).spec);
    const expected = await new View(whole, { renderer: 'none' }).toSVG();
    expect(await renderSvg(spec)).toBe(expected);
  },
);

test('an SVG names the typeface and keeps text as text', async () => {
  const { finding, words } = shapeNamed('half-year');
  const svg = await renderSvg(drawTrend(finding, words));
  expect(svg).toContain('Open Sans');
  expect(svg).toContain('>Work from home guidance ended<');
});
