import { cellsOf } from '#test/oracle/data/cells-of.ts';
import { queriedName, type Dataset, type Row } from '#test/oracle/data/dataset.ts';
import { readSchema } from '#test/oracle/data/read-schema.ts';
import type { Engine } from '#test/oracle/engine.ts';
import type { Evaluated, NamedTable } from '#test/oracle/evaluator/load-catalogue.ts';
import { openEvaluator } from '#test/oracle/evaluator/open-evaluator.ts';
import { cellFromWire } from '#test/oracle/evaluator/wire.ts';

/** GoogleSQL's reference evaluator over releases. It ends with `close`, and with this process. */
export async function makeOracle(): Promise<Engine> {
  const evaluator = await openEvaluator();
  return {
    load: async (dataset) => {
      const catalogue = await evaluator.load(await namedTables(dataset));
      return {
        ask: async (question) => rowsOf(await catalogue.evaluate(question)),
        close: catalogue.close,
      };
    },
    close: evaluator.close,
  };
}

async function namedTables(dataset: Dataset): Promise<readonly NamedTable[]> {
  return [...(await readSchema(dataset.schema))].map(([table, columns]) => ({
    name: queriedName(dataset, table),
    columns,
    rows: (dataset.tables[table] ?? []).map((row) => cellsOf(table, columns, row)),
  }));
}

function rowsOf({ columns, rows }: Evaluated): readonly Row[] {
  return rows.map((cells) =>
    Object.fromEntries(columns.map(({ name }, index) => [name, cellFromWire(cells[index])])),
  );
}
