import { refuseSql } from '#src/edges/warehouse/rewrite/refuse-sql.ts';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  n: '\n',
  t: '\t',
};

/** The value of a GoogleSQL string literal, quotes and `r` prefix included; refuses escapes outside a small set. */
export function readString(literal: string, line: number): string {
  if (/^r/iu.test(literal)) return literal.slice(2, -1);
  return literal
    .slice(1, -1)
    .replaceAll(
      /\\(.)/gu,
      (_, letter: string) =>
        escapes[letter] ?? refuseSql(line, `the escape \\${letter} is not in the subset`),
    );
}

/** A value as DuckDB writes it: single quotes, doubled inside, no escapes. */
export function writeString(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
