import { aggregates } from '#src/edges/warehouse/rewrite/functions.ts';
import {
  insideOf,
  isKeyword,
  isSubquery,
  splitAtCommas,
  type Nodes,
} from '#src/edges/warehouse/rewrite/node.ts';
import { refuseSql } from '#src/edges/warehouse/rewrite/refuse-sql.ts';
import { columnOf, type Select, type Statement } from '#src/edges/warehouse/rewrite/statement.ts';

/**
 * Refuses a query whose rows have no certain order. One of three must hold:
 * it gives one row (an aggregate, no GROUP BY, no UNION); it has GROUP BY, selects every grouping key and names
 * them all in ORDER BY; or it names every output in ORDER BY. `write` tells whether two expressions are the same.
 */
export function checkOrder(statement: Statement, write: (nodes: Nodes) => string): void {
  const [first, second] = statement.selects;
  if (first === undefined || (second === undefined && givesOneRow(first))) return;
  checkUnique(first);
  const ordered = new Set(splitAtCommas(statement.orderBy).map(orderedName));
  const needed =
    second === undefined && first.groupBy.length > 0 ? keyNames(first, write) : outputNames(first);
  const missing = needed.find((name) => !ordered.has(name));
  if (missing !== undefined)
    refuseSql(statement.line, `ORDER BY must name ${missing}, or rows may come in any order`);
}

function checkUnique({ items, line }: Select): void {
  const names = items.map(({ name }) => name?.toLowerCase());
  if (new Set(names).size < names.length) refuseSql(line, 'two outputs have one name, or none');
}

function givesOneRow({ groupBy, items }: Select): boolean {
  return groupBy.length === 0 && items.some(({ value }) => hasAggregate(value));
}

function hasAggregate(nodes: Nodes): boolean {
  return nodes.some(
    (node) =>
      (node.kind === 'call' && aggregates.has(node.name)) ||
      (!isSubquery(node) && hasAggregate(insideOf(node))),
  );
}

function orderedName(nodes: Nodes): string {
  const last = nodes.at(-1);
  const name = isKeyword(last, 'ASC') || isKeyword(last, 'DESC') ? nodes.slice(0, -1) : nodes;
  const column = name.length === 1 ? columnOf(name) : undefined;
  return column ?? refuseSql(last?.line ?? 1, 'ORDER BY names outputs, one word each');
}

function keyNames(
  { groupBy, items, line }: Select,
  write: (nodes: Nodes) => string,
): readonly string[] {
  return groupBy.map((key) => {
    const column = key.length === 1 ? columnOf(key) : undefined;
    const item = items.find(
      ({ value, name, plain }) => write(value) === write(key) || (plain && name === column),
    );
    return (
      item?.name ??
      refuseSql(
        line,
        'every grouping key is selected, under a name, so that rows can be ordered by it',
      )
    );
  });
}

function outputNames({ items, line }: Select): readonly string[] {
  return items.map(
    ({ name }) =>
      name ?? refuseSql(line, 'every output has a name, so that rows can be ordered by it'),
  );
}
