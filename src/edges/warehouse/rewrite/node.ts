import { keywords } from '#src/edges/warehouse/rewrite/keywords.ts';
import type { Token } from '#src/edges/warehouse/rewrite/tokenise.ts';

/** A query as a tree: tokens, what stands in brackets, and function calls with their arguments. `name` is upper case. */
export type Node =
  | Token
  | { readonly kind: 'group'; readonly items: Nodes; readonly line: number }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Nodes[];
      readonly line: number;
    };

export type Nodes = readonly Node[];

export function isSymbol(node: Node | undefined, text: string): boolean {
  return node?.kind === 'symbol' && node.text === text;
}

/** Whether a node is this word, in any letter case. */
export function isWord(node: Node | undefined, text: string): boolean {
  return node?.kind === 'word' && node.text.toUpperCase() === text;
}

/** Whether a node is the keyword given, or any keyword of the subset. */
export function isKeyword(node: Node | undefined, text?: string): boolean {
  if (text !== undefined) return isWord(node, text);
  return node?.kind === 'word' && keywords.has(node.text.toUpperCase());
}

/** Whether a star stands alone, as in COUNT(*). */
export function isStar([only, second]: Nodes): boolean {
  return isSymbol(only, '*') && second === undefined;
}

/** A word that is not a keyword: the name of a column, an alias or a common table. */
export function isName(node: Node | undefined): node is Token {
  return node?.kind === 'word' && !isKeyword(node);
}

/** Everything inside a node, one level down. */
export function insideOf(node: Node): Nodes {
  if (node.kind === 'group') return node.items;
  return node.kind === 'call' ? node.args.flat() : [];
}

export function isSubquery(node: Node | undefined): boolean {
  return (
    node?.kind === 'group' &&
    (isKeyword(node.items[0], 'SELECT') || isKeyword(node.items[0], 'WITH'))
  );
}

/** The parts between commas; no parts where there is nothing. */
export function splitAtCommas(nodes: Nodes): readonly Nodes[] {
  const parts: Node[][] = nodes.length === 0 ? [] : [[]];
  for (const node of nodes) {
    if (isSymbol(node, ',')) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}
