import { describe, expect, test } from 'vitest';
import { rewriteToDuckdb } from '#src/edges/warehouse/rewrite/rewrite-to-duckdb.ts';
import { reservedInGoogleSql } from '#test/oracle/corpus/reserved-words.ts';

const tables = new Set(['protected.trip']);
const named = (word: string) =>
  rewriteToDuckdb(`SELECT t.a AS ${word} FROM \`protected.trip\` AS t ORDER BY ${word}`, tables);

describe('a word that GoogleSQL reserves is no name', () => {
  test.each(reservedInGoogleSql)('%s', (word) => {
    expect(() => named(word)).toThrow(/^line 1: /u);
    expect(() => named(word.toLowerCase())).toThrow(/^line 1: /u);
  });

  test('other words are names, also those that DuckDB reserves', () => {
    for (const word of ['code', 'check', 'user', 'offset', 'table'])
      expect(named(word).sql).toContain(`AS "${word}"`);
  });
});
