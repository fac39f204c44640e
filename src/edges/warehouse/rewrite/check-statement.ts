import { checkSources } from '#src/edges/warehouse/rewrite/check-sources.ts';
import { insideOf, isName, isSymbol, type Nodes } from '#src/edges/warehouse/rewrite/node.ts';
import { refuseSql } from '#src/edges/warehouse/rewrite/refuse-sql.ts';
import {
  columnOf,
  readStatement,
  subqueriesOf,
  type Select,
  type Statement,
} from '#src/edges/warehouse/rewrite/statement.ts';

/** Refuses what is wrong with a query or any query within it: its sources, its aliases, an order or limit where none has a meaning. */
export function checkStatement(nodes: Nodes, tables: ReadonlySet<string>): Statement {
  const statement = readStatement(nodes);
  const common = new Set<string>();
  for (const { name, body, line } of statement.common) {
    checkInner(body, tables, common);
    if (isTable(name, tables) || common.has(name))
      refuseSql(line, `WITH gives a name that is taken: ${name}`);
    common.add(name);
  }
  checkSelects(statement, tables, common);
  return statement;
}

function isTable(name: string, tables: ReadonlySet<string>): boolean {
  return [...tables].some((table) => table === name || table.endsWith(`.${name}`));
}

function checkInner(nodes: Nodes, tables: ReadonlySet<string>, common: ReadonlySet<string>): void {
  const statement = readStatement(nodes);
  if (statement.common.length > 0)
    refuseSql(statement.line, 'WITH stands at the start of the whole query alone');
  if (statement.orderBy.length > 0 || statement.limited)
    refuseSql(statement.line, 'ORDER BY and LIMIT belong to the whole query alone');
  checkSelects(statement, tables, common);
}

function checkSelects(
  { selects, main }: Statement,
  tables: ReadonlySet<string>,
  common: ReadonlySet<string>,
): void {
  for (const select of selects) {
    checkSources(select.from, tables, common);
    checkGrouping(select);
  }
  for (const inner of subqueriesOf(main)) checkInner(inner, tables, common);
}

function checkGrouping({ items, groupBy, having, line }: Select): void {
  const computed = new Set(
    items.filter(({ plain }) => !plain).map(({ name }) => name?.toLowerCase()),
  );
  const outputs = new Set(items.map(({ name }) => name?.toLowerCase()));
  for (const part of [...groupBy, having]) {
    checkAliases(part, computed);
    checkTables(part, outputs);
  }
  if (groupBy.some((key) => columnOf(key) === undefined))
    refuseSql(line, 'GROUP BY names columns: compute a key in a WITH query first');
}

/** An alias in GROUP BY or HAVING may also be a column, and the engines choose differently. */
function checkAliases(nodes: Nodes, computed: ReadonlySet<string | undefined>): void {
  nodes.forEach((node, index) => {
    const bare =
      isName(node) && !isSymbol(nodes[index - 1], '.') && !isSymbol(nodes[index + 1], '.');
    if (bare && computed.has(node.text.toLowerCase()))
      refuseSql(node.line, `GROUP BY and HAVING name columns, never the alias ${node.text}`);
    checkAliases(insideOf(node), computed);
  });
}

/** In GROUP BY and HAVING GoogleSQL reads `place.code` as a field of the output `place`, where there is one. */
function checkTables(nodes: Nodes, outputs: ReadonlySet<string | undefined>): void {
  nodes.forEach((node, index) => {
    const table =
      isName(node) && !isSymbol(nodes[index - 1], '.') && isSymbol(nodes[index + 1], '.');
    if (table && outputs.has(node.text.toLowerCase()))
      refuseSql(node.line, `a table and an output are both named ${node.text}: rename the table`);
    checkTables(insideOf(node), outputs);
  });
}
