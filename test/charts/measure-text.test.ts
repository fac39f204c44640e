import { join } from 'node:path';
import { GlobalFonts, createCanvas } from 'canvas';
import { expect, test } from 'vitest';
import { measureText } from '#charts/measure-text.ts';

const fonts = join(import.meta.dirname, '../../assets/fonts');
const faces = [
  { weight: 400, file: 'OpenSans_400Regular.ttf' },
  { weight: 600, file: 'OpenSans_600SemiBold.ttf' },
  { weight: 700, file: 'OpenSans_700Bold.ttf' },
] as const;
const texts = [
  'AV Te fi ffl',
  'Bournemouth, Christchurch and Poole',
  'Ynys Môn – Ŵyr',
  '1.25 million (5%)',
];

test.each(faces)('text of weight $weight is as wide as Skia draws it', ({ weight, file }) => {
  GlobalFonts.registerFromPath(join(fonts, file), `measured ${weight}`);
  const context = createCanvas(1, 1).getContext('2d');
  for (const size of [12, 14, 21]) {
    context.font = `${size}px "measured ${weight}"`;
    for (const text of texts) {
      expect(
        Math.abs(measureText(text, size, weight) - context.measureText(text).width),
      ).toBeLessThan(0.25);
    }
  }
});

test('a character that the typeface may lack counts as one em', () => {
  expect(measureText('漢', 14, 400)).toBe(14);
});
