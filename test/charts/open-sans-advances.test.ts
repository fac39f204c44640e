import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dirname, join } from 'node:path';
import { GlobalFonts, createCanvas } from 'canvas';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const table = join(root, 'charts/open-sans-advances.json');
const unitsPerEm = 2048;
const faces = { 400: 'OpenSans_400Regular', 600: 'OpenSans_600SemiBold', 700: 'OpenSans_700Bold' };

const span = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
const characters = [
  ...span(0x20, 0x7e),
  ...span(0xa0, 0x17f),
  ...span(0x218, 0x21b),
  ...'‐‑–—‘’‚“”„•…€−≤≥'.split(''),
];

function advancesOf(face: string): string {
  GlobalFonts.registerFromPath(join(root, `assets/fonts/${face}.ttf`), face);
  const context = createCanvas(1, 1).getContext('2d');
  context.font = `${unitsPerEm}px ${face}`;
  return characters.map((character) => Math.round(context.measureText(character).width)).join(' ');
}

test('the bundled fonts and their licence are those of the font package, unchanged', () => {
  const from = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/open-sans')));
  const folders = { 400: '400Regular', 600: '600SemiBold', 700: '700Bold' };
  const same = (bundled: string, original: string) =>
    readFileSync(join(root, 'assets/fonts', bundled)).equals(readFileSync(join(from, original)));
  for (const [weight, face] of Object.entries(faces)) {
    // The keys of `faces` are the weights.
    const folder = folders[Number(weight) as keyof typeof folders];
    expect(same(`${face}.ttf`, `${folder}/${face}.ttf`)).toBe(true);
  }
  expect(same('OFL.txt', 'LICENSE_FONT')).toBe(true);
});

test('the advance table is what the bundled fonts say (RECORD=1 writes it)', () => {
  const advances = Object.fromEntries(
    Object.entries(faces).map(([weight, face]) => [weight, advancesOf(face)]),
  );
  const baked = { unitsPerEm, characters: characters.join(''), advances };
  if (process.env['RECORD'] === '1' && process.env['CI'] === undefined) {
    writeFileSync(table, `${JSON.stringify(baked, undefined, 2)}\n`);
  }
  expect(JSON.parse(readFileSync(table, 'utf8'))).toEqual(baked);
});
