import {
  isKeyword,
  isSymbol,
  splitAtCommas,
  type Node,
  type Nodes,
} from '#src/edges/warehouse/rewrite/node.ts';
import { refuseSql } from '#src/edges/warehouse/rewrite/refuse-sql.ts';
import type { Token } from '#src/edges/warehouse/rewrite/tokenise.ts';

/** Turns tokens into a tree. Refuses brackets that do not match. */
export function nest(tokens: readonly Token[]): Nodes {
  const open: { readonly before: Node[]; readonly line: number }[] = [];
  let nodes: Node[] = [];
  for (const token of tokens) {
    if (isSymbol(token, '(')) {
      open.push({ before: nodes, line: token.line });
      nodes = [];
    } else if (isSymbol(token, ')')) {
      const { before, line } = open.pop() ?? refuseSql(token.line, 'a ")" without its "("');
      before.push(bracketed(before.at(-1), nodes, line, () => before.pop()));
      nodes = before;
    } else nodes.push(token);
  }
  for (const { line } of open) refuseSql(line, 'a "(" without its ")"');
  return nodes;
}

function bracketed(left: Node | undefined, items: Nodes, line: number, takeLeft: () => void): Node {
  if (left?.kind !== 'word' || isKeyword(left)) return { kind: 'group', items, line };
  takeLeft();
  return {
    kind: 'call',
    name: left.text.toUpperCase(),
    args: splitAtCommas(items),
    line: left.line,
  };
}
