import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, 'golden');

// On request, and never in CI.
const recording = process.env['RECORD'] === '1' && process.env['CI'] === undefined;

/** JSON with one line for each object that holds no other, so that a changed word is one changed line. */
export const lines = (value: unknown): string =>
  `${JSON.stringify(value, undefined, 1).replaceAll(/\{\n\s+([^{}]*?)\n\s+\}/gu, (_, inside: string) => `{ ${inside.replaceAll(/\n\s+/gu, ' ')} }`)}\n`;

/** The golden text of a name; when recording, `actual` becomes it. */
export function goldenText(name: string, actual: string): string | undefined {
  const file = join(folder, `${name}.json`);
  if (recording) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, actual);
  }
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
