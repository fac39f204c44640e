import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawTrend } from '#charts/trend.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import type { ChartSpec } from '#src/ports.ts';
import { finding, shapeNamed, shapes, weeksFrom, words } from '#test/charts/fixtures.ts';
import { goldenBytes } from '#test/charts/golden-file.ts';

const root = join(import.meta.dirname, '../../..');
const fontsFolder = join(root, 'assets/fonts');
const render = makeRenderer({ fontsFolder });

/** Differing pixels that another version of a library may make. */
const tolerated = 0.0002;

function chart(name: string): ChartSpec {
  const { finding: found, words: said } = shapeNamed(name);
  return drawTrend(found, said);
}

/** The share of pixels in which two pictures of one size differ. */
async function differing(a: Uint8Array, b: Uint8Array): Promise<number> {
  const [one, other] = await Promise.all(
    [a, b].map((png) => sharp(png).raw().toBuffer({ resolveWithObject: true })),
  );
  if (one === undefined || other === undefined) throw new Error('two pictures are compared');
  expect(one.info).toMatchObject({
    width: other.info.width,
    height: other.info.height,
    channels: 3,
  });
  let pixels = 0;
  for (let at = 0; at < one.data.length; at += 3) {
    const same = one.data.compare(other.data, at, at + 3, at, at + 3) === 0;
    pixels += same ? 0 : 1;
  }
  return pixels / (one.info.width * one.info.height);
}

test('the picture is as recorded, but for a few pixels', async () => {
  const { png } = await render(chart('half-year'));
  const golden = goldenBytes('half-year.png', png);
  if (golden === undefined) throw new Error('no picture is recorded');
  const share = await differing(png, golden);
  if (share > tolerated) {
    mkdirSync(join(root, 'out'), { recursive: true });
    writeFileSync(join(root, 'out/half-year.changed.png'), png);
  }
  expect(share).toBeLessThanOrEqual(tolerated);
});

test('changing one value of twenty-six changes more than is tolerated', async () => {
  const { finding: found, words: said } = shapeNamed('half-year');
  const weeks = found.weeks.map((week, index) =>
    index === 5 && week.trips.kind === 'published'
      ? { ...week, trips: { ...week.trips, value: week.trips.value * 1.02 } }
      : week,
  );
  const [before, after] = [
    await render(chart('half-year')),
    await render(drawTrend(finding({ ...found, weeks }), said)),
  ];
  expect(await differing(before.png, after.png)).toBeGreaterThan(tolerated);
});

test('a picture is twice the size of its chart, opaque and on white', async () => {
  const spec = chart('six-weeks');
  const { png, widthPx, heightPx } = await render(spec);
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  expect(info).toMatchObject({ width: widthPx, height: heightPx, channels: 3 });
  expect(widthPx).toBe(1600);
  expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
});

test('colours come out as the theme has them', async () => {
  const { png } = await render(chart('half-year'));
  const { data } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const focus = Buffer.from([0x12, 0x43, 0x6d]);
  expect(data.includes(focus)).toBe(true);
});

test('a chart drawn after others is the same, to the byte, as one drawn first', async () => {
  const first = await makeRenderer({ fontsFolder })(chart('crowded-events'));
  const used = makeRenderer({ fontsFolder });
  for (const name of Object.keys(shapes)) await used(chart(name));
  const later = await used(chart('crowded-events'));
  expect(Buffer.compare(later.png, first.png)).toBe(0);
});

test('a specification that keeps its data inline is drawn too', async () => {
  const spec = {
    data: { values: [{ x: 1, y: 2 }] },
    mark: 'point',
    encoding: { x: { field: 'x', type: 'quantitative' }, y: { field: 'y', type: 'quantitative' } },
  };
  const { png, widthPx } = await render(spec);
  expect(png.length).toBeGreaterThan(100);
  expect(widthPx).toBeGreaterThan(100);
});

test('drawing leaves the specification as it was', async () => {
  const spec = chart('six-weeks');
  const before = structuredClone(spec);
  await render(spec);
  expect(spec).toEqual(before);
});

test('the picture is the same, to the byte, without the fonts of the system', () => {
  const program = `
    import { createHash } from 'node:crypto';
    import { makeRenderer } from '#src/edges/render/make-renderer.ts';
    import { drawTrend } from '#charts/trend.ts';
    import { shapeNamed, shapes } from '#test/charts/fixtures.ts';
    const { finding, words } = shapes['half-year'];
    const { png } = await makeRenderer({ fontsFolder: ${JSON.stringify(fontsFolder)} })(drawTrend(finding, words));
    console.log(createHash('sha256').update(png).digest('hex'));`;
  const hash = (env: Record<string, string>) =>
    execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
      cwd: root,
      env: { ...process.env, ...env },
      encoding: 'utf8',
    }).trim();
  const without = hash({ DISABLE_SYSTEM_FONTS_LOAD: '1' });
  expect(without).toMatch(/^[0-9a-f]{64}$/u);
  expect(hash({})).toBe(without);
});

test('a warning of Vega is a fault that names no data', async () => {
  const spec = {
    ...chart('half-year'),
    layer: [
      {
        data: { name: 'line' },
        mark: 'bar',
        encoding: { x: { field: 'trips', type: 'quantitative', scale: { type: 'point' } } },
      },
    ],
  };
  await expect(render(spec)).rejects.toMatchObject({
    name: 'RenderFault',
    code: 'warning',
    message: 'the chart could not be drawn as specified',
    retryable: false,
  });
});

test('a specification that does not compile is a fault', async () => {
  await expect(render({ mark: 'no such mark' })).rejects.toMatchObject({
    code: 'draw',
    name: 'RenderFault',
  });
});

test('a blank picture is a fault', async () => {
  const { texts: _, ...datasets } = chart('half-year')['datasets'] as Record<string, unknown>;
  const empty = Object.fromEntries(
    Object.keys({ ...datasets, texts: [] }).map((name) => [name, []]),
  );
  await expect(render({ ...chart('half-year'), datasets: empty })).rejects.toMatchObject({
    name: 'RenderFault',
    code: 'blank',
  });
});

test('a missing font is a fault, not a picture of boxes', async () => {
  const bare = makeRenderer({ fontsFolder: join(root, 'test') });
  await expect(bare(chart('half-year'))).rejects.toMatchObject({
    name: 'RenderFault',
    code: 'font',
  });
});

test('a week of no trips in a small chart is drawn', async () => {
  const spec = drawTrend(finding({ weeks: weeksFrom('2022-01-03', [0, 0, 0, 0, 0, 0]) }), words);
  await expect(render(spec)).resolves.toMatchObject({ widthPx: 1600 });
});
