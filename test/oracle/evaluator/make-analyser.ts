import { z } from 'zod';
import type { Service } from '#test/oracle/evaluator/connect.ts';
import { openService } from '#test/oracle/evaluator/open-service.ts';
import { typeToWire, type WireType } from '#test/oracle/evaluator/wire.ts';

/** A table that statements may name. `name`: as it stands between back-ticks. */
export type KnownTable = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: WireType }[];
};

/** What a statement may refer to. `parameters`: the type of each named parameter. */
type Known = {
  readonly tables: readonly KnownTable[];
  readonly parameters?: Readonly<Record<string, WireType>>;
};

/** GoogleSQL's analyser: reads one statement of any kind, without running it. `close` ends it. */
export type Analyser = {
  /** Gives the statement's kind: "resolvedCreateTableStmtNode". Rejects with GoogleSQL's own words where the statement is none. */
  readonly analyse: (statement: string, known: Known) => Promise<string>;
  readonly close: () => Promise<void>;
};

const analysed = z.object({ resolvedStatement: z.unknown() });

/** The protocol wraps a statement in its families: a family names the one of its members that is set. */
const family = z.looseObject({ node: z.string() });

/** Starts the analyser. It ends with `close`, and with this process. */
export async function makeAnalyser(): Promise<Analyser> {
  const { service, language, close } = await openService();
  const full = { ...language, supportedStatementKinds };
  return { analyse: (statement, known) => analyse(service, full, { statement, known }), close };
}

/** Without these the analyser takes queries alone. */
const supportedStatementKinds = [
  'RESOLVED_QUERY_STMT',
  'RESOLVED_CREATE_SCHEMA_STMT',
  'RESOLVED_CREATE_TABLE_STMT',
  'RESOLVED_CREATE_TABLE_AS_SELECT_STMT',
  'RESOLVED_CREATE_VIEW_STMT',
  'RESOLVED_CREATE_ROW_ACCESS_POLICY_STMT',
  'RESOLVED_GRANT_STMT',
  'RESOLVED_INSERT_STMT',
];

async function analyse(
  service: Service,
  language: unknown,
  { statement, known }: { readonly statement: string; readonly known: Known },
): Promise<string> {
  const parameters = Object.entries(known.parameters ?? {});
  const { resolvedStatement } = analysed.parse(
    await service.call('Analyze', {
      sqlStatement: statement,
      simpleCatalog: {
        name: 'known',
        builtinFunctionOptions: { languageOptions: language },
        table: known.tables.map(({ name, columns }, index) => ({
          name,
          serializationId: index + 1,
          column: columns.map((column) => ({ name: column.name, type: typeToWire(column.type) })),
        })),
      },
      options: {
        languageOptions: language,
        parameterMode: 'PARAMETER_NAMED',
        defaultTimezone: 'UTC',
        queryParameters: parameters.map(([name, type]) => ({ name, type: typeToWire(type) })),
      },
    }),
  );
  return kindOf(resolvedStatement);
}

function kindOf(statement: unknown): string {
  const { node, ...members } = family.parse(statement);
  const member = members[node];
  return family.safeParse(member).success ? kindOf(member) : node;
}
