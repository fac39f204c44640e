import { describe, expect, test } from 'vitest';
import { flowsChart } from '#commands/flows-chart.ts';
import { boxesMeet } from '#charts/box.ts';
import { matrixClasses } from '#charts/matrix-classes.ts';
import { keyItems } from '#charts/matrix-key.ts';
import { matrixNumbers } from '#charts/matrix-numbers.ts';
import { type TextRow, textBox } from '#charts/text-row.ts';
import { renderSvg } from '#src/edges/render/render-svg.ts';
import { splitSpec } from '#src/edges/render/spec-structure.ts';
import type { ChartSpec } from '#src/ports.ts';
import { barsOf } from '#src/statistics/flows/drawn-bars.ts';
import { findFlows } from '#src/statistics/flows/find-flows.ts';
import { altFlows } from '#src/summary/flows/alt-flows.ts';
import { cutNumbers, goldenText } from '#test/charts/golden-file.ts';
import { flowsCases, flowsNamed } from '#test/support/flows-cases.ts';

const drawNamed = (name: string): ChartSpec => flowsChart(flowsNamed(name));

type Tile = { x: number; x2: number; y: number; y2: number; fill: string; trips?: number };

/** What a specification draws, in pixels of the plot. */
function read(spec: ChartSpec) {
  // The shape is the drawing's own; the golden files hold it exactly.
  return spec as unknown as {
    readonly width: number;
    readonly height: number;
    readonly padding: { left: number; right: number; top: number; bottom: number };
    readonly datasets: {
      readonly tiles: readonly Tile[];
      readonly hatches: readonly { x: number; y: number; area: number }[];
      readonly texts: readonly TextRow[];
    };
  };
}

const golden = {
  'flows-into': 'one flow too small',
  'flows-district': 'into a district by district',
  'flows-withheld': 'no trips within it to show',
  'matrix-regions': 'between regions',
  'matrix-districts': 'between districts',
  'matrix-three': 'between three districts',
};

describe.each(Object.entries(golden))('%s', (file, name) => {
  test('is specified as recorded', () => {
    const spec = `${JSON.stringify(drawNamed(name), undefined, 1)}\n`;
    expect(spec).toBe(goldenText(`${file}.vl.json`, spec));
  });

  test('is drawn as recorded, without a warning', async () => {
    const svg = `${cutNumbers(await renderSvg(drawNamed(name)))}\n`;
    expect(svg).toBe(goldenText(`${file}.svg`, svg));
  });
});

test('bars are those of the finding, from zero, as long as their trips', () => {
  const finding = flowsNamed('into a district by district');
  if (finding.shape !== 'ranked') throw new Error('not ranked');
  const { tiles } = read(flowsChart(finding)).datasets;
  const bars = tiles.filter(({ trips }) => trips !== undefined);
  const published = barsOf(finding, 'drawn').flatMap(({ trips }) =>
    trips.kind === 'published' ? [trips.value] : [],
  );
  expect(bars.map(({ trips }) => trips)).toEqual(published);
  const [longest] = bars;
  for (const { x, x2, trips = 0 } of bars) {
    expect(x).toBe(0);
    expect(x2).toBeCloseTo(((longest?.x2 ?? 0) * trips) / (longest?.trips ?? 1), 1);
  }
});

test('what is no single place is drawn in grey', () => {
  const finding = flowsNamed('into a district by district');
  if (finding.shape !== 'ranked') throw new Error('not ranked');
  const { tiles } = read(flowsChart(finding)).datasets;
  const kinds = barsOf(finding, 'drawn').filter(({ trips }) => trips.kind === 'published');
  const isGrey = tiles.slice(0, kinds.length).map(({ fill }) => fill === '#BFBFBF');
  expect(isGrey).toEqual(kinds.map(({ kind }) => kind === 'elsewhere' || kind === 'rest'));
  expect(isGrey).toContain(true);
});

test('cells are those of the finding, and each withheld one is hatched and marked', () => {
  for (const name of ['between districts', 'between three districts', 'between regions']) {
    const finding = flowsNamed(name);
    if (finding.shape !== 'matrix') throw new Error('no matrix');
    const { tiles, hatches, texts } = read(flowsChart(finding)).datasets;
    const cells = [...finding.cells.flat(), ...(finding.elsewhere?.cells ?? [])];
    const published = cells.flatMap((cell) => (cell.kind === 'published' ? [cell.value] : []));
    const withheld = cells.length - published.length;
    expect(tiles.flatMap(({ trips }) => trips ?? [])).toEqual(published);
    expect(hatches).toHaveLength(withheld === 0 ? 0 : withheld + 1);
    expect(texts.filter(({ text }) => text === '[c]')).toHaveLength(withheld);
  }
});

test.each(Object.keys(flowsCases))('no text of "%s" is cut or written over another', (name) => {
  const finding = flowsNamed(name);
  const { width, height, padding, datasets } = read(flowsChart(finding));
  const boxes = datasets.texts.map(textBox);
  for (const box of boxes) {
    expect(box.left).toBeGreaterThanOrEqual(-padding.left);
    expect(box.right).toBeLessThanOrEqual(width + padding.right);
    expect(box.top).toBeGreaterThanOrEqual(-padding.top);
    expect(box.bottom).toBeLessThanOrEqual(height + padding.bottom);
  }
  boxes.forEach((box, index) => {
    const met = boxes.slice(index + 1).filter((other) => boxesMeet(box, other, -1));
    expect(met, datasets.texts[index]?.text).toEqual([]);
  });
});

test('every chart of flows has one structure, which is compiled once', () => {
  const structures = Object.values(flowsCases).map((input) => {
    const finding = findFlows(input);
    return JSON.stringify(splitSpec(flowsChart(finding))?.structure);
  });
  expect(structures[0]).toBeDefined();
  expect(new Set(structures).size).toBe(1);
});

test('a chart carries its text alternative and is 800 pixels wide', () => {
  const finding = flowsNamed('between regions');
  const spec = flowsChart(finding);
  const { width, padding } = read(spec);
  expect(spec['description']).toBe(altFlows(finding).text);
  expect(width + padding.left + padding.right).toBe(800);
});

test.each([
  { values: [11, 25, 90, 640, 7607], froms: [0, 50, 200, 500, 2000] },
  { values: [2.8, 9.4, 70, 3256], froms: [0, 10, 50, 200, 1000] },
  { values: [475, 481], froms: [0] },
  { values: [], froms: [] },
])('the classes of $values start at $froms', ({ values, froms }) => {
  expect(matrixClasses(values).map(({ from }) => from)).toEqual(froms);
});

test('the key names classes without gap or overlap', () => {
  const say = (value: number) => value.toLocaleString('en-GB');
  const names = (values: readonly number[], step: number) =>
    keyItems(matrixClasses(values), say, { step, within: false, withheld: false }).map(
      ({ name }) => name,
    );
  expect(names([11, 25, 90, 640, 7607], 1)).toEqual([
    'under 50',
    '50 to 199',
    '200 to 499',
    '500 to 1,999',
    '2,000 or more',
  ]);
  expect(names([0.9, 2.1, 30], 0.1)).toEqual([
    'under 2',
    '2 to 2.9',
    '3 to 9.9',
    '10 to 19.9',
    '20 or more',
  ]);
  expect(names([5, 5], 1)).toEqual([]);
});

describe('the numbers of a grid', () => {
  const withTrips = (...values: readonly number[]) => {
    const finding = flowsNamed('between regions');
    if (finding.shape !== 'matrix') throw new Error('no matrix');
    const cells = [[0, ...values].map((value) => ({ kind: 'published' as const, value }))];
    return { ...finding, cells };
  };
  test.each([
    { trips: [11_160, 7_606_560, 6400], printed: ['11', '7,607', '6'] },
    { trips: [11_160, 706_560, 6400], printed: ['11.2', '706.6', '6.4'] },
    { trips: [7_606_560, 140_602_540, 8_000_000], printed: ['7.6', '140.6', '8.0'] },
    { trips: [11_160, 7_606_560, 310], printed: ['11', '7,607', '<1'] },
    { trips: [11_160, 7_606_560, 0], printed: ['11', '7,607', '0'] },
    { trips: [90, 640, 10], printed: ['90', '640', '10'] },
  ])('$trips are all rounded alike: $printed', ({ trips, printed }) => {
    const [first = 0, most = 0, rest = 0] = trips;
    const finding = withTrips(first, most);
    const cell = { kind: 'published' as const, value: rest };
    const elsewhere = { around: '', isInside: true, cells: [cell], total: cell };
    const { print } = matrixNumbers({ ...finding, elsewhere });
    expect(trips.map(print)).toEqual(printed);
  });

  test('one that rounds to none has the lightest class', () => {
    const { tiles, texts } = read(flowsChart(withTrips(310, 7_606_560, 60_000))).datasets;
    const fillOf = (trips: number) => tiles.find((tile) => tile.trips === trips)?.fill;
    expect(texts.map(({ text }) => text)).toContain('<1');
    expect(fillOf(310)).toBe('#DCEAF7');
    expect(fillOf(7_606_560)).toBe('#12436D');
    expect(texts.map(({ text }) => text).join()).not.toMatch(/NaN/u);
  });

  test('no number is left out for want of room', () => {
    for (const name of Object.values(golden)) {
      const finding = flowsNamed(name);
      if (finding.shape !== 'matrix') continue;
      const { tiles, texts } = read(flowsChart(finding)).datasets;
      const numbers = tiles.flatMap(({ trips }) => trips ?? []).map(matrixNumbers(finding).print);
      expect(texts.map(({ text }) => text)).toEqual(expect.arrayContaining(numbers));
    }
  });
});

test('the mark of a withheld flow is short, whatever the flows', () => {
  const { hatches, texts } = read(drawNamed('no trips within it to show')).datasets;
  expect(hatches.length).toBeGreaterThan(0);
  for (const { x, area } of hatches) {
    expect(x).toBe(5);
    expect(Math.sqrt(area)).toBe(10);
  }
  expect(texts.filter(({ text }) => text === '[c]').map(({ x }) => x)).toEqual(
    hatches.map(() => 18),
  );
});
