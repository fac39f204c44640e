import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../../../../src/edges/slack/local/page/blocks');
const css = readFileSync(join(folder, 'blocks.css'), 'utf8');

function colour(name: string): readonly number[] {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6});`, 'u').exec(css)?.[1];
  if (hex === undefined) throw new Error(`there is no colour ${name}`);
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

/** Relative luminance, WCAG 2.2. */
function luminance(name: string): number {
  const [red = 0, green = 0, blue = 0] = colour(name).map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio, WCAG 2.2: 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test('the luminance is that of the standard: black on white is 21 to 1', () => {
  expect(contrast('page', 'page')).toBe(1);
  expect(luminance('page')).toBeCloseTo(1, 10);
});

// 4.5 for text (1.4.3), 3 for the edges of what is worked and for the focus (1.4.11).
test.each([
  ['text', 'page', 4.5],
  ['text', 'shade', 4.5],
  ['quiet', 'page', 4.5],
  ['quiet', 'shade', 4.5],
  ['link', 'link-shade', 4.5],
  ['code', 'shade', 4.5],
  ['page', 'go', 4.5],
  ['page', 'stop', 4.5],
  ['stop', 'page', 4.5],
  ['edge', 'page', 3],
  ['focus', 'page', 3],
])('%s can be told from %s', (one, other, least) => {
  expect(contrast(one, other)).toBeGreaterThanOrEqual(least);
});

test('every colour has a name, and every name is known', () => {
  const [names = '', ...rules] = css.split('\n}\n');
  const known = [...names.matchAll(/--([a-z-]+):/gu)].map(([, name]) => name);
  const used = [...css.matchAll(/var\(--([a-z-]+)\)/gu)].map(([, name]) => name);
  expect(rules.join('').match(/#[0-9a-f]{3,8}\b|\brgba?\(/gu)).toBeNull();
  expect(new Set(used)).toEqual(new Set(known));
});

test('every class that blocks are given has its look', () => {
  const classes = readdirSync(folder)
    .filter((name) => name.startsWith('render-'))
    .flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/class="([a-z-]+)/gu)])
    .map(([, each]) => `.${each}`);
  expect(classes.length).toBeGreaterThan(8);
  expect(classes.filter((each) => !css.includes(`${each} `))).toEqual([]);
});

const rule = (selector: string): string =>
  css.split(`\n${selector} {\n`)[1]?.split('\n}')[0] ?? `there is no rule for ${selector}`;

test.each([
  ['a picture is no wider than its message', '.blocks img', 'max-width: 100%;'],
  ['a wide table scrolls by itself', '.blocks .region', 'overflow: auto;'],
  ['a long table is no higher than a page', '.blocks .region.paged', 'max-height:'],
  ['a long word breaks', '.blocks', 'overflow-wrap: anywhere;'],
  ['lines keep their breaks', '.blocks h3,\n.blocks figcaption', 'white-space: pre-wrap;'],
  ['the focus is seen', '.blocks :focus-visible', 'outline: 3px solid'],
  ['nothing moves', '@media (prefers-reduced-motion: reduce)', 'transition: none;'],
])('%s', (_, selector, declaration) => {
  expect(rule(selector)).toContain(declaration);
});
