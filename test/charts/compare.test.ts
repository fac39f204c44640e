import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { compareChart } from '#commands/compare-chart.ts';
import { boxesMeet } from '#charts/box.ts';
import { type TextRow, textBox } from '#charts/text-row.ts';
import type { CompareFinding } from '#src/compare-finding.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import { renderSvg } from '#src/edges/render/render-svg.ts';
import type { ChartSpec } from '#src/ports.ts';
import { shapes } from '#test/charts/compare-fixtures.ts';
import { cutNumbers, goldenBytes, goldenText } from '#test/charts/golden-file.ts';
import { caseNamed } from '#test/support/case-named.ts';

const named = Object.entries(shapes).map(([name, finding]) => ({ name, finding }));
const render = makeRenderer({ fontsFolder: join(import.meta.dirname, '../../assets/fonts') });
/** Differing pixels that another version of a library may make. */
const tolerated = 0.0002;

type Rows = readonly Readonly<Record<string, number | string>>[];

/** The rows of one data set. */
const rowsOf = (spec: ChartSpec, set: string): Rows =>
  // `drawCompare` keeps all data in named sets.
  (spec['datasets'] as Record<string, Rows>)[set] ?? [];
// The texts of a chart are text rows.
const textsOf = (spec: ChartSpec) => rowsOf(spec, 'texts') as unknown as readonly TextRow[];

const shapeNamed = (name: string): CompareFinding => caseNamed(shapes, name);

/** The canvas in pixels of the plot. */
function canvasOf(spec: ChartSpec) {
  // `makeFrame` sets them as numbers.
  const { width, height, padding } = spec as unknown as {
    width: number;
    height: number;
    padding: { left: number; right: number; top: number; bottom: number };
  };
  return {
    left: -padding.left,
    right: width + padding.right,
    top: -padding.top,
    bottom: height + padding.bottom,
  };
}

describe.each(named)('$name', ({ name, finding }) => {
  const spec = compareChart(finding);

  test('the specification is as recorded', () => {
    const text = `${JSON.stringify(spec, undefined, 1)}\n`;
    expect(text).toBe(goldenText(`${name}.vl.json`, text));
  });

  test('the drawing is as recorded', async () => {
    const svg = `${cutNumbers(await renderSvg(spec))}\n`;
    expect(svg).toBe(goldenText(`${name}.svg`, svg));
  });

  test('no words meet other words, and none leave the canvas', () => {
    const boxes = textsOf(spec).map((row) => ({ text: row.text, ...textBox(row) }));
    const canvas = canvasOf(spec);
    expect(canvas.right - canvas.left).toBe(800);
    for (const [index, box] of boxes.entries()) {
      expect(box.left, box.text).toBeGreaterThanOrEqual(canvas.left + 19);
      expect(box.right, box.text).toBeLessThanOrEqual(canvas.right - 19);
      expect(box.bottom, box.text).toBeLessThanOrEqual(canvas.bottom);
      for (const other of boxes.slice(index + 1))
        expect(boxesMeet(box, other), `${box.text} and ${other.text}`).toBe(false);
    }
  });

  test('names are whole, in the order of the rows', () => {
    const words = textsOf(spec)
      .map(({ text }) => text)
      .join(' ');
    let at = 0;
    for (const item of finding.items) {
      const found = words.indexOf(item.name, at);
      expect(found, item.name).toBeGreaterThanOrEqual(0);
      at = found;
    }
  });

  test('every figure is drawn as it is found, and no other', () => {
    const marks = rowsOf(spec, 'marks');
    const figures = finding.items.flatMap(({ name: row, change }) =>
      change.kind === 'measured' ? [{ row, change }] : [],
    );
    expect(
      marks
        .filter(({ shape }) => shape === 'diamond')
        .map(({ name: row, percent }) => [row, percent]),
    ).toEqual(figures.map(({ row, change }) => [row, change.percent.value]));
    expect(marks.filter(({ shape }) => shape === 'circle').map(({ percent }) => percent)).toEqual(
      figures.map(() => 0),
    );
    const texts = textsOf(spec).map(({ text }) => text.replaceAll('−', '-'));
    for (const { change } of figures) {
      const { value } = change.percent;
      expect(texts).toContain(value > 0 ? `+${value}%` : `${value}%`);
    }
  });

  test('likely ranges lie within the axis, whole or with an arrow at the end that goes on', () => {
    const [low = 0, high = 0] = ['low', 'high'].map(
      (name) =>
        // Parameters are numbers by name.
        (spec['params'] as { name: string; value: number }[]).find((one) => one.name === name)
          ?.value,
    );
    expect(low).toBeLessThanOrEqual(0);
    expect(high).toBeGreaterThanOrEqual(0);
    const spans = rowsOf(spec, 'spans').filter(({ width }) => width === 1.5);
    const arrows = rowsOf(spec, 'marks').filter(({ shape }) =>
      String(shape).startsWith('triangle'),
    );
    for (const { name: row, change } of finding.items) {
      if (change.kind !== 'measured' || change.range === undefined) continue;
      const { range } = change;
      const span = spans.find((one) => one['name'] === row);
      expect(span).toMatchObject({
        from: Math.max(low, range.low),
        to: Math.min(high, range.high),
      });
      const cut = [range.low < low, range.high > high].filter(Boolean).length;
      expect(arrows.filter((arrow) => arrow['name'] === row)).toHaveLength(cut);
    }
  });
});

test('a range that would flatten the others is cut, and the footer says so', () => {
  const clipped = compareChart(shapeNamed('compare-clipped'));
  const texts = textsOf(clipped)
    .map(({ text }) => text)
    .join(' ');
  expect(texts).toContain('An arrow: the likely range goes on beyond the chart.');
  const two = textsOf(compareChart(shapeNamed('compare-two'))).map(({ text }) => text);
  expect(two.join(' ')).not.toContain('arrow');
});

test('a row without a figure has its reason in the place of its marks', () => {
  const texts = textsOf(compareChart(shapeNamed('compare-every-reason'))).map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['no such date', 'no single date', 'no trips']));
  expect(textsOf(compareChart(shapeNamed('compare-long-names'))).map(({ text }) => text)).toContain(
    '[c] too small to say',
  );
});

test('the date of each row is drawn where dates differ, and only there', () => {
  const texts = (name: string) => textsOf(compareChart(shapeNamed(name))).map(({ text }) => text);
  expect(texts('compare-own-dates')).toContain('25 May 2022');
  expect(texts('compare-two')).not.toContain('16 March 2022');
});

test('all comparisons have one structure, which a renderer compiles once', () => {
  const structures = named.map(({ finding }) => JSON.stringify(compareChart(finding)['layer']));
  expect(new Set(structures).size).toBe(1);
});

test.each(named)('the text alternative of $name fits', ({ finding }) => {
  const alt = String(compareChart(finding)['description']);
  expect(alt).toMatch(
    /^Chart of the change in trips.* The table with this chart holds the numbers\.$/u,
  );
  expect(alt.length).toBeLessThanOrEqual(2000);
});

/** The share of pixels in which two pictures differ; 1 where their sizes do. */
async function differing(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [one, other] = await Promise.all([sharp(a).raw().toBuffer(), sharp(b).raw().toBuffer()]);
  if (one.length !== other.length) return 1;
  let pixels = 0;
  for (let at = 0; at < one.length; at += 3)
    pixels += one.compare(other, at, at + 3, at, at + 3) === 0 ? 0 : 1;
  return pixels / (one.length / 3);
}

test('the picture is as recorded, but for a few pixels, and another value is seen', async () => {
  const { png } = await render(compareChart(shapeNamed('compare-own-dates')));
  const golden = goldenBytes('compare-own-dates.png', png);
  if (golden === undefined) throw new Error('no picture is recorded');
  expect(await differing(png, golden)).toBeLessThanOrEqual(tolerated);
  const other = structuredClone(compareChart(shapeNamed('compare-own-dates')));
  const diamond = rowsOf(other, 'marks').find(({ shape }) => shape === 'diamond');
  Object.assign(diamond ?? {}, { percent: Number(diamond?.['percent']) - 1 });
  expect(await differing((await render(other)).png, golden)).toBeGreaterThan(tolerated);
});
