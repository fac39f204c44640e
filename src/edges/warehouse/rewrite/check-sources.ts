import {
  isKeyword,
  isName,
  isSubquery,
  isSymbol,
  type Node,
  type Nodes,
} from '#src/edges/warehouse/rewrite/node.ts';
import { refuseSql } from '#src/edges/warehouse/rewrite/refuse-sql.ts';

/**
 * Refuses a FROM that reads anything but the tables allowed, queries named by WITH before it, and queries in brackets.
 * `common` holds names in small letters.
 */
export function checkSources(
  from: Nodes,
  tables: ReadonlySet<string>,
  common: ReadonlySet<string>,
): void {
  from.forEach((node, index) => {
    if (isSymbol(node, ',')) refuseSql(node.line, 'a comma in FROM: write CROSS JOIN');
    if (index === 0 || isKeyword(from[index - 1], 'JOIN')) checkSource(node, tables, common);
  });
}

function checkSource(node: Node, tables: ReadonlySet<string>, common: ReadonlySet<string>): void {
  if (isSubquery(node)) return;
  if (node.kind === 'table' && tables.has(node.text)) return;
  if (isName(node) && common.has(node.text.toLowerCase())) return;
  const named = node.kind === 'table' || node.kind === 'word' ? node.text : node.kind;
  refuseSql(
    node.line,
    `FROM reads back-ticked tables of the release and queries named by WITH alone, not ${named}`,
  );
}
