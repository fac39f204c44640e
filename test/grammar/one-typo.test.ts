import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ask } from '#src/grammar/ask.ts';
import { fold } from '#src/grammar/words.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';

const folder = join(import.meta.dirname, '../../../shared/data/geography');

/** The first cells of each row of a CSV file, header left out. */
function rowsOf(name: string): readonly (readonly string[])[] {
  const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n').slice(1);
  return lines.map((line) =>
    [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(
      ([, quoted, plain]) => quoted ?? plain ?? '',
    ),
  );
}

/** Every way to drop, swap, change or double one letter; changed letters become "e". */
function typosOf(name: string): readonly string[] {
  const typos = Array.from({ length: name.length }, (_, i) => [
    name.slice(0, i) + name.slice(i + 1),
    name.slice(0, i) + name.slice(i + 1, i + 2) + name.slice(i, i + 1) + name.slice(i + 2),
    `${name.slice(0, i)}e${name.slice(i + 1)}`,
    name.slice(0, i + 1) + name.slice(i),
  ]);
  return [...new Set(typos.flat())].filter((typo) => fold(typo) !== fold(name));
}

/** The codes of the places whose trips are asked for. */
function codesIn(ask: Ask): string {
  return ask.command === 'trend' ? ask.destinations.map(({ code }) => code).join() : ask.command;
}

test.skipIf(!existsSync(folder))(
  'one slip in any of the 374 district names of the United Kingdom never gives another district (needs ../shared)',
  () => {
    const districts = rowsOf('lad_2021.csv').map(([code = '', name = '', , parent = '']) => ({
      code,
      name,
      level: 'district',
      parent,
    }));
    const upper = ukVocabulary.areas.filter(({ level }) => level !== 'district');
    const aliases = rowsOf('aliases.csv').map(([alias = '', code = '']) => ({ alias, code }));
    const uk: Vocabulary = { ...ukVocabulary, areas: [...upper, ...districts], aliases };
    const names = new Set(
      [...districts.map(({ name }) => name), ...aliases.map(({ alias }) => alias)].map(fold),
    );
    const counts = { right: 0, asked: 0, wrong: [] as string[] };
    for (const { code, name } of districts)
      for (const typo of typosOf(name).filter((text) => !names.has(fold(text)))) {
        const parsed = parseAsk(`region:${typo}`, uk);
        if (parsed.kind === 'refused') counts.asked += 1;
        else if (codesIn(parsed.reading.ask) === code) counts.right += 1;
        else counts.wrong.push(`${typo} for ${name}`);
      }
    expect(districts).toHaveLength(374);
    expect(counts.wrong).toEqual([]);
    expect(counts.right / (counts.right + counts.asked)).toBeGreaterThan(0.99);
  },
);
