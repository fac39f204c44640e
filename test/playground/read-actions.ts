import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const src = join(import.meta.dirname, '../../src');
const written = /\baction: '(?<stated>[a-z-]+)',\s+label\b|\bbutton\(\s*'(?<made>[a-z-]+)'/gu;

/** The action of every button that the program makes, as its source says. */
export function readActions(): ReadonlySet<string> {
  const sources = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found = sources.flatMap((name) => [
    ...readFileSync(join(src, name), 'utf8').matchAll(written),
  ]);
  return new Set(found.map(({ groups = {} }) => groups['stated'] ?? groups['made'] ?? ''));
}
