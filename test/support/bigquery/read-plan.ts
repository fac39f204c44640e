import { z } from 'zod';
import type { Plain } from '#test/oracle/data/dataset.ts';
import type { Question } from '#test/oracle/engine.ts';
import { cellFromWire } from '#test/oracle/evaluator/wire.ts';

/** A column compared with a constant. */
type Condition = {
  readonly column: string;
  readonly holds: (value: Plain) => boolean;
};

/** One reading of a table: the columns that are used, and what the filter right above it says of single columns. */
export type Scan = {
  readonly table: string;
  readonly columns: readonly string[];
  readonly conditions: readonly Condition[];
};

/** What a query reads. `parameters`: those it uses. */
export type Plan = {
  readonly scans: readonly Scan[];
  readonly parameters: ReadonlySet<string>;
};

const tableScan = z.object({
  parent: z.object({ columnList: z.array(z.object({ name: z.string() })).default([]) }),
  table: z.object({ name: z.string() }),
});

const filterScan = z.object({
  inputScan: z.object({ resolvedTableScanNode: tableScan }),
  filterExpr: z.unknown(),
});

const call = z
  .object({
    resolvedFunctionCallBaseNode: z.object({
      resolvedFunctionCallNode: z.object({
        parent: z.object({
          function: z.object({ name: z.string() }),
          argumentList: z.array(z.unknown()),
        }),
      }),
    }),
  })
  .transform((node) => node.resolvedFunctionCallBaseNode.resolvedFunctionCallNode.parent);

const columnRef = z.object({
  resolvedColumnRefNode: z.object({ column: z.object({ name: z.string() }) }),
});
const parameterRef = z.object({ resolvedParameterNode: z.object({ name: z.string() }) });
const literal = z.object({
  resolvedLiteralNode: z.object({ value: z.object({ value: z.unknown() }) }),
});

/** Reads GoogleSQL's resolved tree. A filter counts only where it stands right above its table: Google looks further. */
export function readPlan(tree: unknown, { params }: Pick<Question, 'params'>): Plan {
  const scans: Scan[] = [];
  const parameters = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [kind, value] of Object.entries(node)) visitAs(kind, value);
  };
  const visitAs = (kind: string, value: unknown): void => {
    const filter = filterScan.safeParse(value);
    if (kind === 'resolvedFilterScanNode' && filter.success) {
      const conditions = conditionsOf(filter.data.filterExpr, params);
      scans.push(scanOf(filter.data.inputScan.resolvedTableScanNode, conditions));
      visit(filter.data.filterExpr);
      return;
    }
    const table = tableScan.safeParse(value);
    if (kind === 'resolvedTableScanNode' && table.success) scans.push(scanOf(table.data, []));
    const used = parameterRef.safeParse({ [kind]: value });
    if (used.success) parameters.add(used.data.resolvedParameterNode.name);
    visit(value);
  };
  visit(tree);
  return { scans, parameters };
}

function scanOf(scan: z.output<typeof tableScan>, conditions: readonly Condition[]): Scan {
  return {
    table: scan.table.name,
    columns: scan.parent.columnList.map(({ name }) => name),
    conditions,
  };
}

function conditionsOf(expression: unknown, params: Question['params']): readonly Condition[] {
  const read = call.safeParse(expression);
  if (!read.success) return [];
  const { function: called, argumentList } = read.data;
  if (called.name === 'ZetaSQL:$and')
    return argumentList.flatMap((part) => conditionsOf(part, params));
  const [column, ...others] = argumentList;
  const name = columnRef.safeParse(column).data?.resolvedColumnRefNode.column.name;
  const values = others.map((other) => constantOf(other, params));
  const holds = comparisons[called.name];
  if (name === undefined || holds === undefined || values.includes(undefined)) return [];
  const constants = values.filter((value) => value !== undefined);
  return [{ column: name, holds: (value) => value !== null && holds(value, constants) }];
}

type Constant = string | number | boolean;

const comparisons: Readonly<
  Record<string, (value: Constant, constants: readonly Constant[]) => boolean>
> = {
  'ZetaSQL:$equal': (value, [constant]) => value === constant,
  'ZetaSQL:$in': (value, constants) => constants.includes(value),
  'ZetaSQL:$between': (value, [low = '', high = '']) => low <= value && value <= high,
  'ZetaSQL:$greater_or_equal': (value, [least = '']) => value >= least,
  'ZetaSQL:$less_or_equal': (value, [most = '']) => value <= most,
};

/** A parameter's value or a literal's; dates as ISO text. */
function constantOf(node: unknown, params: Question['params']): Constant | undefined {
  const parameter = parameterRef.safeParse(node).data?.resolvedParameterNode.name;
  const given = parameter === undefined ? undefined : params[parameter];
  if (typeof given === 'string' || typeof given === 'number') return given;
  const written = literal.safeParse(node);
  if (!written.success) return undefined;
  return cellFromWire(written.data.resolvedLiteralNode.value.value) ?? undefined;
}
