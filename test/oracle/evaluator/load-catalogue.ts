import { z } from 'zod';
import type { Plain } from '#test/oracle/data/dataset.ts';
import type { Column, StoredType } from '#test/oracle/data/read-schema.ts';
import type { Question } from '#test/oracle/engine.ts';
import type { Service } from '#test/oracle/evaluator/connect.ts';
import { cellToWire, parameterToWire, typeToWire } from '#test/oracle/evaluator/wire.ts';

/** `name`: as queries write it between back-ticks. Each row holds its values in the order of `columns`. */
export type NamedTable = {
  readonly name: string;
  readonly columns: readonly Column<StoredType>[];
  readonly rows: readonly (readonly Plain[])[];
};

/** An answer as the protocol writes it. `typeKind`: such as `TYPE_INT64`. */
export type Evaluated = {
  readonly columns: readonly { readonly name: string; readonly typeKind: string }[];
  readonly rows: readonly (readonly unknown[])[];
};

/** Tables that can be asked. All three reject with GoogleSQL's own words. */
export type Catalogue = {
  /** The tables that a query names, as lists of the parts of their names, whether or not they exist. */
  readonly tablesOf: (sql: string) => Promise<readonly (readonly string[])[]>;
  /** What the query means, as GoogleSQL's resolved tree. */
  readonly analyse: (question: Question) => Promise<unknown>;
  readonly evaluate: (question: Question) => Promise<Evaluated>;
  readonly close: () => Promise<void>;
};

const registered = z.object({ registeredId: z.string() });

const named = z.object({
  tableName: z.array(z.object({ tableNameSegment: z.array(z.string()) })).default([]),
});

const answer = z.object({
  content: z
    .object({
      tableData: z
        .object({ row: z.array(z.object({ cell: z.array(z.unknown()).default([]) })).default([]) })
        .nullish(),
    })
    .nullish(),
  prepared: z.object({
    columns: z.array(z.object({ name: z.string(), type: z.object({ typeKind: z.string() }) })),
  }),
});

/** Gives the evaluator tables. `language`: what it reads SQL as. */
export async function loadCatalogue(
  service: Service,
  language: unknown,
  tables: readonly NamedTable[],
): Promise<Catalogue> {
  const { registeredId } = registered.parse(
    await service.call('RegisterCatalog', catalogOf(tables, language)),
  );
  return {
    tablesOf: async (sqlStatement) => {
      const request = { sqlStatement, options: language };
      const found = await service.call('ExtractTableNamesFromStatement', request);
      return named.parse(found).tableName.map(({ tableNameSegment }) => tableNameSegment);
    },
    analyse: ({ sql, types }) =>
      service.call('Analyze', {
        sqlStatement: sql,
        registeredCatalogId: registeredId,
        options: {
          ...optionsOf(types, language),
          pruneUnusedColumns: true,
          errorMessageMode: 'ERROR_MESSAGE_ONE_LINE',
        },
      }),
    evaluate: async ({ sql, types, params }) => {
      const request = {
        sql,
        registeredCatalogId: registeredId,
        options: optionsOf(types, language),
        params: Object.entries(types).map(([name, type]) => ({
          name,
          value: parameterToWire(type, params[name] ?? ''),
        })),
      };
      return readAnswer(await service.call('EvaluateQuery', request));
    },
    close: async () => {
      await service.call('UnregisterCatalog', { registeredId });
    },
  };
}

function catalogOf(tables: readonly NamedTable[], language: unknown): unknown {
  return {
    simpleCatalog: {
      name: 'release',
      builtinFunctionOptions: { languageOptions: language },
      table: tables.map(({ name, columns }, index) => ({
        name,
        serializationId: index + 1,
        column: columns.map(({ name, type }) => ({ name, type: typeToWire(type) })),
      })),
    },
    tableContent: Object.fromEntries(
      tables.map(({ name, columns, rows }) => [
        name,
        {
          tableData: {
            row: rows.map((cells) => ({
              cell: columns.map(({ type }, index) => cellToWire(type, cells[index] ?? null)),
            })),
          },
        },
      ]),
    ),
  };
}

function optionsOf(types: Question['types'], language: unknown) {
  return {
    languageOptions: language,
    parameterMode: 'PARAMETER_NAMED',
    defaultTimezone: 'UTC',
    queryParameters: Object.entries(types).map(([name, type]) => ({
      name,
      type: typeToWire(type),
    })),
  };
}

function readAnswer(raw: unknown): Evaluated {
  const { content, prepared } = answer.parse(raw);
  return {
    columns: prepared.columns.map(({ name, type }) => ({ name, typeKind: type.typeKind })),
    rows: (content?.tableData?.row ?? []).map(({ cell }) => cell),
  };
}
