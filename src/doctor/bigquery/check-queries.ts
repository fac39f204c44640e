import { join } from 'node:path';
import { queries } from '#queries/index.ts';
import { planQueries, type PlannedQuery } from '#src/edges/warehouse/bigquery/plan-queries.ts';
import { makeStatusReader } from '#src/edges/warehouse/bigquery/read-status.ts';
import { readRegisteredQueries } from '#src/edges/warehouse/registered-query.ts';
import { mapTables } from '#src/edges/warehouse/rewrite/tokenise.ts';
import { failed, ok, type Outcome } from '#src/doctor/check.ts';
import type { Looked } from './looked.ts';

/** Source: BigQuery's pricing: a query is billed 10 MiB at least for each table that it names. */
const leastOfTable = 10 * 1024 ** 2;
const megabyte = 1_000_000;

/** Has BigQuery check every query of the program against the live release, and holds what each would be billed against the cap. Throws `WarehouseFault`. */
export async function checkQueries({ client, place, projectFolder }: Looked): Promise<Outcome> {
  const registered = await readRegisteredQueries(queries, join(projectFolder, 'queries'));
  const releaseNumber = (await makeStatusReader(client, place)()) ?? 0;
  // With the cap BigQuery would not say by how much a query is above it.
  const uncapped = { ...place, mostBytes: Number.MAX_SAFE_INTEGER };
  const planned = await planQueries(client, uncapped, registered, releaseNumber);
  const billed = planned
    .map((one) => ({ id: one.query.id, bytes: bytesOf(one) }))
    .toSorted((a, b) => b.bytes - a.bytes);
  return judgeBytes(billed, place.mostBytes);
}

const bytesOf = ({ sql, bytes }: PlannedQuery): number => {
  const tables = new Set<string>();
  mapTables(sql, (name) => {
    tables.add(name);
    return name;
  });
  return Math.max(bytes, tables.size * leastOfTable);
};

/** `billed`: what each query would be billed, the most first. */
function judgeBytes(
  billed: readonly { readonly id: string; readonly bytes: number }[],
  mostBytes: number,
): Outcome {
  const total = billed.reduce((sum, { bytes }) => sum + bytes, 0);
  const [worst] = billed;
  if (worst === undefined) throw new Error('there are no queries');
  const over = billed.filter(({ bytes }) => bytes > mostBytes).length;
  if (over > 0)
    return failed(
      `${over} of ${billed.length} queries would be billed more than a question may (${say(mostBytes)}) and be refused: ${worst.id} the most, ${say(worst.bytes)}.`,
      `Set questionMegabytes to ${Math.ceil(worst.bytes / megabyte)} or more in the section warehouse of mobility.config.yml.`,
    );
  return ok(
    `${billed.length} queries fit the tables. One of each would be billed ${say(total)}; ${worst.id} the most, ${say(worst.bytes)} of the ${say(mostBytes)} that a question may.`,
  );
}

const say = (bytes: number): string => `${Math.ceil(bytes / megabyte).toLocaleString('en-GB')} MB`;
