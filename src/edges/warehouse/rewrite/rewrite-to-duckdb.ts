import { checkBans, isDateLiteral } from '#src/edges/warehouse/rewrite/bans.ts';
import { checkOrder } from '#src/edges/warehouse/rewrite/check-order.ts';
import { checkStatement } from '#src/edges/warehouse/rewrite/check-statement.ts';
import { writeCall } from '#src/edges/warehouse/rewrite/functions.ts';
import {
  isKeyword,
  isName,
  isSubquery,
  isSymbol,
  type Node,
  type Nodes,
} from '#src/edges/warehouse/rewrite/node.ts';
import { nest } from '#src/edges/warehouse/rewrite/nest.ts';
import { writeString } from '#src/edges/warehouse/rewrite/read-string.ts';
import { refuseSql } from '#src/edges/warehouse/rewrite/refuse-sql.ts';
import { tokenise, type Token } from '#src/edges/warehouse/rewrite/tokenise.ts';

/**
 * Rewrites a query of the GoogleSQL subset for DuckDB, so that both engines give the same rows.
 * `tables`: the back-ticked names that may be read (`protected.area` becomes `"area"`). `parameters`: each name once.
 * Throws an `Error` that names the construct for everything outside the subset.
 */
export function rewriteToDuckdb(
  sql: string,
  tables: ReadonlySet<string>,
): { readonly sql: string; readonly parameters: readonly string[] } {
  const tokens = tokenise(sql);
  const nodes = nest(tokens);
  checkBans(nodes);
  const statement = checkStatement(nodes, tables);
  checkOrder(statement, write);
  const parameters = tokens.filter(({ kind }) => kind === 'parameter').map(({ text }) => text);
  return { sql: write(nodes), parameters: [...new Set(parameters)] };
}

function write(nodes: Nodes): string {
  let sql = '';
  for (let at = 0; at < nodes.length;) {
    const { text, used } = writeNext(nodes.slice(at, at + 2), nodes, at);
    sql += sql === '' || text === ',' ? text : ` ${text}`;
    at += used;
  }
  return sql;
}

/** What the next node, or the next few, become. */
function writeNext([node, next]: Nodes, nodes: Nodes, at: number): { text: string; used: number } {
  if (node === undefined) return { text: '', used: 1 };
  if (isDateLiteral(node, next)) return { text: writeDate(next), used: 2 };
  if (isName(node) && isSymbol(next, '.')) return { text: writePath(node, nodes[at + 2]), used: 3 };
  if (isKeyword(node, 'UNNEST')) return { text: writeUnnest(node, nodes[at - 1], next), used: 2 };
  return { text: writeNode(node), used: 1 };
}

function writeNode(node: Node): string {
  switch (node.kind) {
    case 'call':
      return writeCall(node, write);
    case 'group':
      return `(${write(node.items)})`;
    case 'word':
      return writeWord(node);
    case 'number':
      // A decimal point makes a decimal in DuckDB; an exponent makes a double, as in GoogleSQL.
      return node.text.includes('.') ? `${node.text}e0` : node.text;
    case 'string':
      return writeString(node.text);
    case 'table':
      return `"${node.text.slice(node.text.lastIndexOf('.') + 1)}"`;
    case 'parameter':
      return `$${node.text}`;
    case 'symbol':
      return node.text === '.' ? refuseSql(node.line, 'a "." stands between two names') : node.text;
    default:
      return node satisfies never;
  }
}

function writeWord(word: Token): string {
  if (isKeyword(word, 'EXCEPT')) return 'EXCLUDE';
  return isKeyword(word) ? word.text.toUpperCase() : `"${word.text}"`;
}

function writePath(table: Token, column: Node | undefined): string {
  return isName(column)
    ? `"${table.text}"."${column.text}"`
    : refuseSql(table.line, 'a "." stands between two names');
}

function writeUnnest(unnest: Node, before: Node | undefined, list: Node | undefined): string {
  const [only, second] = list?.kind === 'group' ? list.items : [];
  if (
    !isKeyword(before, 'IN') ||
    isSubquery(list) ||
    only?.kind !== 'parameter' ||
    second !== undefined
  ) {
    return refuseSql(unnest.line, 'UNNEST is only for IN UNNEST(@parameter)');
  }
  return `(SELECT unnest(${writeNode(only)}))`;
}

function writeDate(date: Node | undefined): string {
  if (date?.kind !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(date.text))
    return refuseSql(date?.line ?? 1, "a date is written DATE 'yyyy-mm-dd'");
  return `DATE ${writeString(date.text)}`;
}
