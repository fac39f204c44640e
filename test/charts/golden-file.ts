import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const folder = join(import.meta.dirname, 'golden');

// On request, and never in CI.
const recording = process.env['RECORD'] === '1' && process.env['CI'] === undefined;

/** The golden text of a name; when recording, `actual` becomes it. */
export function goldenText(name: string, actual: string): string | undefined {
  return goldenBytes(name, Buffer.from(actual))?.toString('utf8');
}

/** The golden bytes of a name, or undefined where none is recorded; when recording, `actual` becomes them. */
export function goldenBytes(name: string, actual: Uint8Array): Buffer | undefined {
  const file = join(folder, name);
  if (recording) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, actual);
  }
  return existsSync(file) ? readFileSync(file) : undefined;
}

/** SVG with its numbers cut to three decimals: beyond that, platforms differ. */
export function cutNumbers(svg: string): string {
  return svg.replaceAll(/-?\d+\.\d{4,}(?:e-?\d+)?/gu, (number) =>
    String(Number(Number(number).toFixed(3))),
  );
}
