import { z } from 'zod';
import { Fault } from '#src/fault.ts';
import { faultOf } from '#src/edges/warehouse/bigquery/read-error.ts';
import { releaseParameter } from '#src/edges/warehouse/bigquery/scope-tables.ts';
import { listed } from '#src/grammar/listed.ts';
import { failed, ok, type Outcome } from '#src/doctor/check.ts';
import { readExpectedTables, type ExpectedTable } from './expected-tables.ts';
import type { Looked } from './looked.ts';

const metadata = z
  .tuple([
    z.object({
      schema: z.object({ fields: z.array(z.object({ name: z.string(), type: z.string() })) }),
      requirePartitionFilter: z.boolean().optional(),
      rangePartitioning: z.object({ field: z.string() }).optional(),
    }),
  ])
  .rest(z.unknown());
type Metadata = z.output<typeof metadata>[0];

/** Holds the tables against those of this version of the program. Throws `WarehouseFault`. */
export async function checkTables({ client, place }: Looked): Promise<Outcome> {
  const expected = await readExpectedTables();
  const dataset = client.dataset(place.dataset);
  const amiss = await Promise.all(
    expected.map(async (table) => {
      try {
        const [found] = metadata.parse(await dataset.table(table.name).getMetadata());
        return differences(table, found);
      } catch (error) {
        const fault = faultOf(error);
        if (fault instanceof Fault && fault.code === 'missing') return [`${table.name} is missing`];
        throw fault;
      }
    }),
  );
  return judge(expected.length, amiss.flat());
}

const mostSaid = 4;

function judge(count: number, amiss: readonly string[]): Outcome {
  if (amiss.length === 0) return ok(`${count} tables, as this version of the program knows them.`);
  const more = amiss.length - mostSaid;
  const said = [...amiss.slice(0, mostSaid), ...(more > 0 ? [`${more} more`] : [])];
  return failed(
    `The tables are not those of this version of the program: ${listed(said)}.`,
    'Run the version that Terraform was applied with, or apply that of this version (infra/README.md).',
  );
}

/** What is not as it should be in a table. Further columns harm nothing. */
function differences(table: ExpectedTable, found: Metadata): readonly string[] {
  const types = new Map(found.schema.fields.map(({ name, type }) => [name, type]));
  const columns = Object.entries(table.columns).flatMap(([column, type]) => {
    const there = types.get(column);
    if (there === type) return [];
    const shown = `${table.name}.${column}`;
    return [there === undefined ? `${shown} is missing` : `${shown} is ${there}, not ${type}`];
  });
  return [...columns, ...(table.isPartitioned ? missingPartitions(table.name, found) : [])];
}

/** Without them a question would read every release, and pay for all. */
function missingPartitions(table: string, found: Metadata): readonly string[] {
  if (found.rangePartitioning?.field !== releaseParameter)
    return [`${table} is not partitioned by ${releaseParameter}`];
  return found.requirePartitionFilter === true ? [] : [`${table} may be read without a release`];
}
