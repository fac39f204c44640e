import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawFlows } from '#charts/flows.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import { goldenBytes } from '#test/charts/golden-file.ts';
import { flowsNamed } from '#test/support/flows-cases.ts';

const render = makeRenderer({ fontsFolder: join(import.meta.dirname, '../../assets/fonts') });
const words = {
  title: 'Trips between regions',
  subtitle: 'Thousands',
  source: [],
  alt: '',
  bars: [],
};
/** Differing pixels that another version of a library may make. */
const tolerated = 0.0002;

/** The pixels of a picture, three numbers each. */
const pixelsOf = (png: Uint8Array) => sharp(png).raw().toBuffer({ resolveWithObject: true });

async function differing(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [one, other] = [await pixelsOf(a), await pixelsOf(b)];
  expect(one.info).toMatchObject({ width: other.info.width, height: other.info.height });
  let pixels = 0;
  for (let at = 0; at < one.data.length; at += 3)
    pixels += one.data.compare(other.data, at, at + 3, at, at + 3) === 0 ? 0 : 1;
  return pixels / (one.info.width * one.info.height);
}

/** The share of pixels of the box around a point, `reach` to each side, that are not white. */
async function inked(png: Uint8Array, x: number, y: number, reach: number): Promise<number> {
  const box = { left: x - reach, top: y - reach, width: 2 * reach, height: 2 * reach };
  const { data } = await sharp(png).extract(box).raw().toBuffer({ resolveWithObject: true });
  const white = data.filter((value) => value === 255).length;
  return 1 - white / data.length;
}

test('the picture of a matrix is as recorded, but for a few pixels', async () => {
  const { png } = await render(drawFlows(flowsNamed('between regions'), words));
  const golden = goldenBytes('matrix-regions.png', png);
  if (golden === undefined) throw new Error('no picture is recorded');
  expect(await differing(png, golden)).toBeLessThanOrEqual(tolerated);
});

test('a withheld cell is hatched in the picture, neither blank nor filled', async () => {
  const spec = drawFlows(flowsNamed('nothing between'), words);
  const { png } = await render(spec);
  // The shape is `drawFlows`'s own.
  const { padding, datasets } = spec as unknown as {
    padding: { left: number; top: number };
    datasets: { hatches: readonly { x: number; y: number }[] };
  };
  const { x, y } = datasets.hatches[0] ?? { x: 0, y: 0 };
  // Beside the mark in the middle of the cell.
  const share = await inked(
    png,
    Math.round(2 * (padding.left + x + 30)),
    Math.round(2 * (padding.top + y)),
    16,
  );
  expect(share).toBeGreaterThan(0.1);
  expect(share).toBeLessThan(0.6);
});
