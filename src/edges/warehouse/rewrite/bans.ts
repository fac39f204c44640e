import { reservedWords } from '#src/edges/warehouse/rewrite/keywords.ts';
import {
  insideOf,
  isKeyword,
  isName,
  isStar,
  isSymbol,
  isWord,
  type Node,
  type Nodes,
} from '#src/edges/warehouse/rewrite/node.ts';
import { refuseSql } from '#src/edges/warehouse/rewrite/refuse-sql.ts';

/** Functions and words that the two engines read differently, with what to write in their place. */
const bannedNames: readonly (readonly [pattern: RegExp, why: string])[] = [
  [/^CURRENT_/u, 'reads the clock: pass a parameter'],
  [/^APPROX_/u, 'is approximate, and differently in each engine'],
  [/^PERCENTILE_/u, 'interpolates differently: compute it from rows'],
  [/^(?:GREATEST|LEAST)$/u, 'treats NULL differently: write CASE'],
  [/^CONCAT$/u, 'treats NULL differently: write ||'],
  [/^FORMAT$/u, 'writes numbers differently: format in TypeScript'],
  [/^SAFE_CAST$/u, 'accepts different texts: cast in TypeScript'],
  [/^(?:UN)?PIVOT$/u, 'is not alike: write CASE'],
  [/^(?:ROLLUP|CUBE|GROUPING)$/u, 'is not alike: write UNION ALL'],
  [/^(?:RAND|GENERATE_UUID|ANY_VALUE|SESSION_USER)$/u, 'does not give the same answer twice'],
  [/^ROWID$/u, 'exists in DuckDB alone'],
];

/** A keyword that must be followed by one of these. */
const mustFollow: Readonly<Record<string, readonly string[]>> = {
  GROUP: ['BY'],
  ORDER: ['BY'],
  LEFT: ['JOIN'],
  INNER: ['JOIN'],
  CROSS: ['JOIN'],
  UNION: ['ALL', 'DISTINCT'],
};

/** Refuses, anywhere in the tree, what the engines do not read alike. */
export function checkBans(nodes: Nodes): void {
  nodes.forEach((node, index) => {
    checkName(node);
    checkDivision(node, nodes[index + 1]);
    checkStar(node, nodes[index - 1], nodes[index + 1]);
    checkKeyword(node, nodes[index - 1], nodes[index + 1]);
    checkAlias(node, nodes[index - 1]);
    if (node.kind === 'call') node.args.forEach(checkArgument(node.name));
    else checkBans(insideOf(node));
  });
}

function checkArgument(name: string): (argument: Nodes) => void {
  return (argument) => {
    if (name === 'COUNT' && isStar(argument)) return;
    checkBans(
      name.startsWith('DATE_') && isWord(argument[0], 'INTERVAL')
        ? argument.slice(1, -1)
        : argument,
    );
  };
}

function checkName(node: Node): void {
  if (node.kind !== 'call' && !isName(node)) return;
  const name = node.kind === 'call' ? node.name : node.text.toUpperCase();
  for (const [pattern, why] of bannedNames)
    if (pattern.test(name)) refuseSql(node.line, `${name} ${why}`);
  if (node.kind === 'word' && reservedWords.has(name))
    refuseSql(node.line, `the keyword ${name} is not in the subset`);
}

function checkDivision(node: Node, next: Node | undefined): void {
  if (!isSymbol(node, '/')) return;
  if (next?.kind === 'number' && /[1-9]/u.test(next.text)) return;
  refuseSql(node.line, '"/" only by a number that is not 0: write SAFE_DIVIDE');
}

function checkStar(node: Node, before: Node | undefined, next: Node | undefined): void {
  if (!isSymbol(node, '*') || isOperand(before) || isKeyword(next, 'EXCEPT')) return;
  refuseSql(node.line, 'SELECT * is not in the subset: name the columns, or write * EXCEPT (…)');
}

function checkKeyword(node: Node, before: Node | undefined, next: Node | undefined): void {
  if (node.kind !== 'word') return;
  const word = node.text.toUpperCase();
  const after = mustFollow[word];
  if (after !== undefined && !after.some((one) => isKeyword(next, one)))
    refuseSql(node.line, `${word} must be followed by ${after.join(' or ')}`);
  if (word === 'ALL' && !isKeyword(before, 'UNION'))
    refuseSql(node.line, 'ALL is only for UNION ALL');
  if (word === 'EXCEPT' && !isSymbol(before, '*'))
    refuseSql(node.line, 'EXCEPT is only for * EXCEPT (…)');
}

/** Two things side by side: an alias without AS, or grammar beyond the subset. */
function checkAlias(node: Node, before: Node | undefined): void {
  if (!isOperand(before) || !isOperand(node) || isWord(node, 'END') || isDateLiteral(before, node))
    return;
  refuseSql(node.line, 'something stands between two values: write AS before an alias');
}

/** `DATE '2022-01-31'`. */
export function isDateLiteral(word: Node | undefined, text: Node | undefined): boolean {
  return isWord(word, 'DATE') && text?.kind === 'string';
}

function isOperand(node: Node | undefined): boolean {
  if (node === undefined) return false;
  if (node.kind !== 'word') return node.kind !== 'symbol';
  return /^(?:END|TRUE|FALSE|NULL)$/iu.test(node.text) || isName(node);
}
