import { join } from 'node:path';
import type { z } from 'zod';
import { dailyTrips, weeklyLeaves } from '#queries/release/bigquery/index.ts';
import { readRegisteredQueries } from '#src/edges/warehouse/registered-query.ts';
import type { Query } from '#src/ports.ts';
import type { Loaded } from '#test/oracle/engine.ts';
import type { Period } from '#test/queries/source/plain-figures.ts';

const folder = join(import.meta.dirname, '../../../queries/release/bigquery');
const registered = await readRegisteredQueries([weeklyLeaves, dailyTrips], folder);

/** What an engine makes of trips, as the release job would read it. */
export async function askFigures(loaded: Loaded, period: Period) {
  return {
    leaves: await ask(loaded, weeklyLeaves, period),
    days: await ask(loaded, dailyTrips, period),
  };
}

async function ask<R>(loaded: Loaded, query: Query<Period, R>, period: Period) {
  const sql = registered.find((one) => one.query.id === query.id)?.sql ?? '';
  const params = query.params.parse(period);
  const rows = await loaded.ask({ sql, types: query.types, params });
  return rows.map((row): z.infer<typeof query.row> => query.row.parse(row));
}
