import {
  insideOf,
  isKeyword,
  isName,
  isSubquery,
  isSymbol,
  splitAtCommas,
  type Nodes,
} from '#src/edges/warehouse/rewrite/node.ts';
import { refuseSql } from '#src/edges/warehouse/rewrite/refuse-sql.ts';

/** One output of a SELECT. `name` is absent where the query gives none. `plain`: a column under its own name. */
type Item = {
  readonly value: Nodes;
  readonly name: string | undefined;
  readonly plain: boolean;
};

export type Select = {
  readonly distinct: boolean;
  readonly items: readonly Item[];
  readonly from: Nodes;
  readonly groupBy: readonly Nodes[];
  readonly having: Nodes;
  readonly line: number;
};

/** A query named by WITH. `name` is in small letters. */
type Common = { readonly name: string; readonly body: Nodes; readonly line: number };

/** A query in its parts. `common`: in order. `main`: all behind them. `selects`: one, or several joined by UNION. */
export type Statement = {
  readonly common: readonly Common[];
  readonly main: Nodes;
  readonly selects: readonly Select[];
  readonly orderBy: Nodes;
  readonly limited: boolean;
  readonly line: number;
};

const clauses = ['SELECT', 'FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT'] as const;
type Clause = (typeof clauses)[number];

/** Reads a query as WITH … SELECT … UNION … ORDER BY … LIMIT. Refuses what does not begin so, or names a clause twice. */
export function readStatement(nodes: Nodes): Statement {
  const line = nodes[0]?.line ?? 1;
  const common = readCommon(nodes);
  const main = nodes.slice(common.length * nodesInCommon);
  const parts = splitAtUnions(main).map((part) => splitClauses(part, line));
  const last = parts.at(-1);
  return {
    common,
    main,
    selects: parts.map((part, index) => readSelect(part, index === parts.length - 1, line)),
    orderBy: last?.get('ORDER')?.slice(1) ?? [],
    limited: last?.has('LIMIT') ?? false,
    line,
  };
}

/** Every query in brackets, at any depth, but those within another one. */
export function subqueriesOf(nodes: Nodes): readonly Nodes[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' && isSubquery(node) ? [node.items] : subqueriesOf(insideOf(node)),
  );
}

// `WITH name AS (…)` or `, name AS (…)`.
const nodesInCommon = 4;

function readCommon(nodes: Nodes): readonly Common[] {
  const [start, name, as, body] = nodes;
  if (start === undefined || !(isKeyword(start, 'WITH') || isSymbol(start, ','))) return [];
  if (!isName(name) || !isKeyword(as, 'AS') || body?.kind !== 'group')
    return refuseSql(start.line, 'WITH is written WITH name AS (SELECT …)');
  return [
    { name: name.text.toLowerCase(), body: body.items, line: start.line },
    ...readCommon(nodes.slice(nodesInCommon)),
  ];
}

function splitAtUnions(nodes: Nodes): readonly Nodes[] {
  const at = nodes.findIndex((node) => isKeyword(node, 'UNION'));
  return at < 0 ? [nodes] : [nodes.slice(0, at), ...splitAtUnions(nodes.slice(at + 2))];
}

function splitClauses(nodes: Nodes, line: number): ReadonlyMap<Clause, Nodes> {
  if (!isKeyword(nodes[0], 'SELECT'))
    refuseSql(nodes[0]?.line ?? line, 'a query begins with SELECT or WITH');
  const starts = nodes.flatMap((node, at) =>
    clauses.filter((clause) => isKeyword(node, clause)).map((clause) => ({ clause, at })),
  );
  const parts = new Map<Clause, Nodes>();
  starts.forEach(({ clause, at }, index) => {
    if (parts.has(clause))
      refuseSql(nodes[at]?.line ?? line, `${clause} stands twice in one SELECT`);
    parts.set(clause, nodes.slice(at + 1, starts[index + 1]?.at));
  });
  return parts;
}

function readSelect(part: ReadonlyMap<Clause, Nodes>, last: boolean, line: number): Select {
  if (!last && (part.has('ORDER') || part.has('LIMIT')))
    refuseSql(line, 'ORDER BY and LIMIT come after the last UNION');
  const head = part.get('SELECT') ?? [];
  const distinct = isKeyword(head[0], 'DISTINCT');
  return {
    distinct,
    items: splitAtCommas(distinct ? head.slice(1) : head).map(readItem),
    from: part.get('FROM') ?? [],
    groupBy: splitAtCommas(part.get('GROUP')?.slice(1) ?? []),
    having: part.get('HAVING') ?? [],
    line: head[0]?.line ?? line,
  };
}

function readItem(nodes: Nodes): Item {
  const [as, alias] = nodes.slice(-2);
  const named = isKeyword(as, 'AS') && isName(alias);
  const value = named ? nodes.slice(0, -2) : nodes;
  const column = columnOf(value);
  const name = named ? alias.text : column;
  return { value, name, plain: column !== undefined && column === name };
}

/** The column's name where nodes are `column` or `table.column`. */
export function columnOf(nodes: Nodes): string | undefined {
  const last = nodes.at(-1);
  const path = nodes.every((node, index) => (index % 2 === 0 ? isName(node) : isSymbol(node, '.')));
  return path && isName(last) ? last.text : undefined;
}
