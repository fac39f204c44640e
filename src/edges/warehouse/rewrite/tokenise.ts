import { readString } from '#src/edges/warehouse/rewrite/read-string.ts';
import { refuseSql } from '#src/edges/warehouse/rewrite/refuse-sql.ts';

/** The smallest part of a query. `text` of a string is its value, of a table or parameter its bare name. */
export type Token = {
  readonly kind: 'word' | 'number' | 'string' | 'table' | 'parameter' | 'symbol';
  readonly text: string;
  readonly line: number;
};

type Lexeme = { readonly pattern: RegExp; readonly kind: Token['kind'] | 'gap' };

// A comment of one line, without control characters, ends alike in both engines; `#` and `/*` do not.
const lexemes: readonly Lexeme[] = [
  { kind: 'gap', pattern: /(?:[ \t\n]|\r\n)+/uy },
  { kind: 'gap', pattern: /--[^\p{Cc}\p{Zl}\p{Zp}]*(?=\r?\n|$)/uy },
  { kind: 'string', pattern: /[rR]?'(?:[^'\\\p{Cc}]|\\\P{Cc})*'(?!['"])/uy },
  { kind: 'string', pattern: /[rR]?"(?:[^"\\\p{Cc}]|\\\P{Cc})*"(?!['"])/uy },
  { kind: 'table', pattern: /`[a-z0-9_.-]+`/uy },
  { kind: 'parameter', pattern: /@[a-z][a-z0-9_]*(?![A-Za-z0-9_])/uy },
  { kind: 'number', pattern: /\d+(?:\.\d+)?(?![A-Za-z0-9_.])/uy },
  { kind: 'word', pattern: /[A-Za-z_][A-Za-z0-9_]*(?!['"`])/uy },
  { kind: 'symbol', pattern: /<=|>=|!=|<>|\|\||-(?!-)|\/(?!\*)|[()+*,.=<>]/uy },
];

/** Cuts a query into tokens, without white space and `--` comments. Refuses every character it does not know. */
export function tokenise(sql: string): readonly Token[] {
  return lexemesOf(sql).flatMap(({ kind, text, line }) =>
    kind === 'gap' ? [] : { kind, text: valueOf(kind, text, line), line },
  );
}

/** A query as it stands, but for its back-ticked tables. `write`: what becomes of a table by its bare name. Refuses every character that `tokenise` does not know. */
export function mapTables(sql: string, write: (name: string) => string): string {
  return lexemesOf(sql)
    .map(({ kind, text, line }) => (kind === 'table' ? write(valueOf(kind, text, line)) : text))
    .join('');
}

type Found = { readonly kind: Lexeme['kind']; readonly text: string; readonly line: number };

function lexemesOf(sql: string): readonly Found[] {
  const found: Found[] = [];
  let line = 1;
  for (let at = 0; at < sql.length;) {
    const { kind, text } = lexemeAt(sql, at, line);
    found.push({ kind, text, line });
    line += text.split('\n').length - 1;
    at += text.length;
  }
  return found;
}

function lexemeAt(sql: string, at: number, line: number): { kind: Lexeme['kind']; text: string } {
  for (const { kind, pattern } of lexemes) {
    pattern.lastIndex = at;
    const text = pattern.exec(sql)?.[0];
    if (text !== undefined) return { kind, text };
  }
  return refuseSql(line, reasonFor(sql.slice(at)));
}

function reasonFor(rest: string): string {
  if (rest.startsWith(';')) return 'a query is one statement, without ";"';
  if (/^(?:#|\/\*|--)/u.test(rest))
    return 'comments are "--" to the end of a line, without control characters';
  if (/^[A-Za-z]*['"]/u.test(rest))
    return "a string is '…', \"…\" or r'…' on one line, not prefixed otherwise, tripled or doubled";
  if (rest.startsWith('`')) return 'back-ticks are for table names in small letters';
  if (rest.startsWith('@')) return 'a parameter is "@" and small letters, digits and "_"';
  return `"${String.fromCodePoint(rest.codePointAt(0) ?? 0)}" is not in the subset`;
}

function valueOf(kind: Token['kind'], text: string, line: number): string {
  switch (kind) {
    case 'string':
      return readString(text, line);
    case 'table':
      return text.slice(1, -1);
    case 'parameter':
      return text.slice(1);
    case 'word':
    case 'number':
    case 'symbol':
      return text;
    default:
      return kind satisfies never;
  }
}
