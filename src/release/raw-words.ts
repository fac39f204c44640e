import type { DuckDBConnection, Json } from '@duckdb/node-api';
import { z } from 'zod';
import { areas } from '#queries/areas.ts';
import { events } from '#queries/events.ts';
import type { Area } from '#src/area.ts';
import type { PolicyEvent } from '#src/policy-event.ts';
import { addElsewhere } from './add-elsewhere.ts';
import type { Holiday } from './calendar.ts';
import { releaseRows } from './release-query.ts';

const datasetRow = z.object({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u),
  title: z.string(),
  source: z.string(),
  synthetic: z.boolean(),
  base: z.coerce
    .number()
    .int()
    .positive()
    .nullable()
    .transform((base) => base ?? undefined),
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/u),
});
const aliasRow = z.object({ alias: z.string(), code: z.string() });
const modeRow = z.object({ value: z.string(), label: z.string() });
const holidayRow = z.object({
  area: z.string(),
  from: z.iso.date(),
  to: z.iso.date(),
  kind: z.string(),
  label: z.string(),
});

export type Dataset = Readonly<z.output<typeof datasetRow>>;

/** All of a raw data set but its figures. `areas`: ascending by code, then their "elsewhere" areas. `events`: those with a sure source. */
export type RawWords = {
  readonly dataset: Dataset;
  readonly areas: readonly Area[];
  readonly aliases: readonly { readonly alias: string; readonly code: string }[];
  readonly modes: readonly { readonly value: string; readonly label: string }[];
  readonly events: readonly PolicyEvent[];
  readonly holidays: readonly Holiday[];
};

/** The one row that says what a raw data set is. */
export async function readDataset(connection: DuckDBConnection): Promise<Dataset> {
  const [row] = await releaseRows(connection, 'dataset');
  return datasetRow.parse(row);
}

export async function readRawWords(connection: DuckDBConnection): Promise<RawWords> {
  const read = async <T>(name: string, row: z.ZodType<T>): Promise<readonly T[]> =>
    (await releaseRows(connection, name)).map((json: Record<string, Json>) => row.parse(json));
  return {
    dataset: await readDataset(connection),
    areas: addElsewhere(await read('areas', areas.row)),
    aliases: await read('aliases', aliasRow),
    modes: await read('modes', modeRow),
    events: await read('events', events.row),
    holidays: await read('holidays', holidayRow),
  };
}
