import type { Canvas } from 'canvas';
import type { View } from 'vega';
import { Fault } from '#src/fault.ts';
import type { Picture, Renderer } from '#src/ports.ts';
import { loadFonts } from './load-fonts.ts';
import { makeViewMaker } from './make-view-maker.ts';

/** Device pixels per pixel of the specification: for screens of high density. */
const scale = 2;

/**
 * Draws charts as opaque PNG at twice their size with the bundled fonts: Vega on a Skia canvas, packed by libvips.
 * Throws `RenderFault` on a missing font, any warning of Vega, or a blank picture. Nothing is loaded before the first chart.
 */
export function makeRenderer(options: { readonly fontsFolder: string }): Renderer {
  const makeView = makeViewMaker();
  let fonts: Promise<void> | undefined;
  return async (spec) => {
    try {
      await (fonts ??= loadFonts(options.fontsFolder));
      return await paint(await makeView(spec));
    } catch (cause) {
      if (cause instanceof Fault) throw cause;
      throw new Fault('RenderFault', 'draw', 'the chart could not be drawn', { cause });
    }
  };
}

async function paint(view: View): Promise<Picture> {
  const { default: sharp } = await import('sharp');
  const drawn: unknown = await view.toCanvas(scale);
  view.finalize();
  // On Node, Vega makes its canvas with the package `canvas`, which has raw pixels.
  const canvas = drawn as Canvas;
  const { width, height } = canvas;
  const pixels = canvas.data();
  if (isBlank(pixels)) throw new Fault('RenderFault', 'blank', 'the chart came out blank');
  const raw = { width, height, channels: 4 } as const;
  const png = await sharp(pixels, { raw }).removeAlpha().png({ compressionLevel: 2 }).toBuffer();
  return { png, widthPx: width, heightPx: height };
}

function isBlank(pixels: Buffer): boolean {
  return pixels.every((value) => value === 255);
}
