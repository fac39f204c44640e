import { z } from 'zod';
import { cellsOf } from '#test/oracle/data/cells-of.ts';
import type { Dataset, Row } from '#test/oracle/data/dataset.ts';
import { readSchema, type Column } from '#test/oracle/data/read-schema.ts';
import type { Engine, Question } from '#test/oracle/engine.ts';
import { connect, type Service } from '#test/oracle/evaluator/connect.ts';
import { startServer } from '#test/oracle/evaluator/start-server.ts';
import {
  cellFromWire,
  cellToWire,
  parameterToWire,
  typeToWire,
} from '#test/oracle/evaluator/wire.ts';

const registered = z.object({ registeredId: z.string() });

const answer = z.object({
  content: z
    .object({
      tableData: z
        .object({ row: z.array(z.object({ cell: z.array(z.unknown()).default([]) })).default([]) })
        .nullish(),
    })
    .nullish(),
  prepared: z.object({ columns: z.array(z.object({ name: z.string() })) }),
});

/** GoogleSQL's reference evaluator. It ends with `close`, and with this process. */
export async function makeOracle(): Promise<Engine> {
  const server = await startServer();
  try {
    const service = await connect(server.address);
    const language = await readLanguage(service);
    return {
      load: (dataset) => load(service, language, dataset),
      close: async () => {
        service.close();
        await server.stop();
      },
    };
  } catch (cause) {
    await server.stop();
    throw new Error('the oracle does not start on this machine', { cause });
  }
}

/** Every feature of the language, as BigQuery's users have it. */
async function readLanguage(service: Service): Promise<unknown> {
  const all = await service.call('GetLanguageOptions', { maximumFeatures: true });
  return { ...z.looseObject({}).parse(all), productMode: 'PRODUCT_EXTERNAL' };
}

async function load(service: Service, language: unknown, dataset: Dataset) {
  const { registeredId } = registered.parse(
    await service.call('RegisterCatalog', await catalogOf(dataset, language)),
  );
  return {
    ask: (question: Question) => ask(service, language, { question, registeredId }),
    close: async () => {
      await service.call('UnregisterCatalog', { registeredId });
    },
  };
}

async function catalogOf({ schema, tables }: Dataset, language: unknown): Promise<unknown> {
  const known = [...(await readSchema(schema))];
  return {
    simpleCatalog: {
      name: 'release',
      builtinFunctionOptions: { languageOptions: language },
      table: known.map(([table, columns], index) => ({
        name: `protected.${table}`,
        serializationId: index + 1,
        column: columns.map(({ name, type }) => ({ name, type: typeToWire(type) })),
      })),
    },
    tableContent: Object.fromEntries(
      known.map(([table, columns]) => [
        `protected.${table}`,
        { tableData: { row: (tables[table] ?? []).map((row) => rowToWire(table, columns, row)) } },
      ]),
    ),
  };
}

function rowToWire(table: string, columns: readonly Column[], row: Row): unknown {
  const cells = cellsOf(table, columns, row);
  return {
    cell: columns.map(({ type }, index) => cellToWire(type, cells[index] ?? null)),
  };
}

async function ask(
  service: Service,
  language: unknown,
  { question, registeredId }: { readonly question: Question; readonly registeredId: string },
): Promise<readonly Row[]> {
  const types = Object.entries(question.types);
  const { content, prepared } = answer.parse(
    await service.call('EvaluateQuery', {
      sql: question.sql,
      registeredCatalogId: registeredId,
      options: {
        languageOptions: language,
        parameterMode: 'PARAMETER_NAMED',
        defaultTimezone: 'UTC',
        queryParameters: types.map(([name, type]) => ({ name, type: typeToWire(type) })),
      },
      params: types.map(([name, type]) => ({
        name,
        value: parameterToWire(type, question.params[name] ?? ''),
      })),
    }),
  );
  const names = prepared.columns.map(({ name }) => name);
  return (content?.tableData?.row ?? []).map(({ cell }) =>
    Object.fromEntries(names.map((name, column) => [name, cellFromWire(cell[column])])),
  );
}
