import {
  differenceOfDates,
  fieldOfDate,
  interval,
  truncateDate,
} from '#src/edges/warehouse/rewrite/date-parts.ts';
import {
  isKeyword,
  isName,
  isStar,
  isWord,
  type Node,
  type Nodes,
} from '#src/edges/warehouse/rewrite/node.ts';
import { refuseSql } from '#src/edges/warehouse/rewrite/refuse-sql.ts';

type Call = Extract<Node, { kind: 'call' }>;
type Write = (nodes: Nodes) => string;

/** How one function of the subset is written for DuckDB. `args`: how many arguments it may have. */
type Rule = {
  readonly args: readonly [least: number, most: number];
  readonly write: (args: readonly Nodes[], write: Write, line: number) => string;
};

const none: Nodes = [];

/** A function that both engines have, under DuckDB's name. */
function same(name: string, least: number, most: number): Rule {
  return { args: [least, most], write: (args, write) => `${name}(${args.map(write).join(', ')})` };
}

/** A function over numbers that GoogleSQL always computes in double precision. */
function double(name: string): Rule {
  return { args: [1, 1], write: ([x = none], write) => `${name}(CAST(${write(x)} AS DOUBLE))` };
}

function rule(args: readonly [number, number], write: Rule['write']): Rule {
  return { args, write };
}

const functions: Readonly<Record<string, Rule>> = {
  SUM: same('sum', 1, 1),
  COUNT: rule([1, 1], ([x = none], write) => `count(${isStar(x) ? '*' : write(x)})`),
  // DuckDB's count_if gives NULL where every value is NULL.
  COUNTIF: rule([1, 1], ([x = none], write) => `count(CASE WHEN ${write(x)} THEN 1 END)`),
  MIN: same('min', 1, 1),
  MAX: same('max', 1, 1),
  AVG: same('avg', 1, 1),
  COALESCE: same('coalesce', 1, 9),
  IFNULL: same('coalesce', 2, 2),
  NULLIF: same('nullif', 2, 2),
  IF: rule(
    [3, 3],
    ([x = none, yes = none, no = none], write) =>
      `CASE WHEN ${write(x)} THEN ${write(yes)} ELSE ${write(no)} END`,
  ),
  ABS: same('abs', 1, 1),
  ROUND: rule([1, 2], writeRound),
  FLOOR: double('floor'),
  CEIL: double('ceil'),
  CAST: rule([1, 1], ([x = none], write, line) => writeCast(x, write, line)),
  SAFE_DIVIDE: rule(
    [2, 2],
    ([x = none, y = none], write) =>
      `(CAST(${write(x)} AS DOUBLE) / nullif(CAST(${write(y)} AS DOUBLE), 0))`,
  ),
  SUBSTR: rule([2, 3], writeSubstr),
  STARTS_WITH: same('starts_with', 2, 2),
  REGEXP_CONTAINS: rule([2, 2], writeRegexp),
  DATE_TRUNC: rule([2, 2], ([date = none, part = none], write, line) =>
    truncateDate(write(date), part, line),
  ),
  DATE_DIFF: rule([3, 3], ([later = none, earlier = none, part = none], write, line) =>
    differenceOfDates(write(later), write(earlier), part, line),
  ),
  DATE_ADD: rule([2, 2], (args, write, line) => writeShift('+', args, write, line)),
  DATE_SUB: rule([2, 2], (args, write, line) => writeShift('-', args, write, line)),
  EXTRACT: rule([1, 1], ([x = none], write, line) => writeExtract(x, write, line)),
};

/** Functions that turn many rows into one. */
export const aggregates: ReadonlySet<string> = new Set([
  'SUM',
  'COUNT',
  'COUNTIF',
  'MIN',
  'MAX',
  'AVG',
]);

/** A function call as DuckDB reads it. Refuses functions outside the closed table. */
export function writeCall({ name, args, line }: Call, write: Write): string {
  const known = functions[name];
  if (known === undefined) return refuseSql(line, `the function ${name} is not in the subset`);
  const [least, most] = known.args;
  if (args.length < least || args.length > most)
    refuseSql(line, `${name} takes ${least} to ${most} arguments here`);
  return known.write(args, write, line);
}

function writeRound([x = none, places]: readonly Nodes[], write: Write, line: number): string {
  if (places !== undefined)
    refuseSql(line, 'ROUND to places breaks ties differently: round in TypeScript');
  return `round(CAST(${write(x)} AS DOUBLE))`;
}

function writeCast(nodes: Nodes, write: Write, line: number): string {
  const [as, type] = nodes.slice(-2);
  const value = nodes.slice(0, -2);
  if (!isKeyword(as, 'AS') || !isName(type))
    return refuseSql(line, 'CAST is written CAST(x AS TYPE)');
  const name = type.text.toUpperCase();
  if (name === 'FLOAT64') return `CAST(${write(value)} AS DOUBLE)`;
  if (name === 'INT64' && isRounded(value)) return `CAST(${write(value)} AS BIGINT)`;
  if (name === 'INT64')
    refuseSql(line, 'CAST to INT64 rounds differently: write ROUND, FLOOR or CEIL inside it');
  if (name === 'STRING')
    refuseSql(line, 'CAST to STRING writes numbers differently: format in TypeScript');
  return refuseSql(line, `CAST to ${name} is not in the subset`);
}

function isRounded([only, second]: Nodes): boolean {
  return (
    only?.kind === 'call' && ['ROUND', 'FLOOR', 'CEIL'].includes(only.name) && second === undefined
  );
}

function writeSubstr(args: readonly Nodes[], write: Write, line: number): string {
  for (const [position] of args.slice(1)) {
    if (position?.kind !== 'number' || !/^[1-9]\d*$/u.test(position.text))
      refuseSql(
        line,
        'SUBSTR from 0, or from a position that is not a number, differs: count from 1',
      );
  }
  return `substr(${args.map(write).join(', ')})`;
}

function writeRegexp(
  [text = none, pattern = none]: readonly Nodes[],
  write: Write,
  line: number,
): string {
  const [only, second] = pattern;
  if (only?.kind !== 'string' || second !== undefined)
    refuseSql(line, 'the pattern of REGEXP_CONTAINS is a string in the query, never a parameter');
  return `regexp_matches(${write(text)}, ${write(pattern)})`;
}

function writeShift(
  sign: '+' | '-',
  [date = none, by = none]: readonly Nodes[],
  write: Write,
  line: number,
): string {
  if (!isWord(by[0], 'INTERVAL'))
    return refuseSql(line, 'a date is shifted by INTERVAL n DAY, WEEK, MONTH, QUARTER or YEAR');
  return `CAST(${write(date)} ${sign} ${interval(write(by.slice(1, -1)), by.slice(-1), line)} AS DATE)`;
}

function writeExtract(nodes: Nodes, write: Write, line: number): string {
  const from = nodes.findIndex((node) => isKeyword(node, 'FROM'));
  if (from < 0) return refuseSql(line, 'EXTRACT is written EXTRACT(PART FROM date)');
  return fieldOfDate(write(nodes.slice(from + 1)), nodes.slice(0, from), line);
}
