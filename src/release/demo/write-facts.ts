import type { DuckDBConnection } from '@duckdb/node-api';
import { demoAreas } from '#src/release/demo/demo-areas.ts';
import { demoHolidays } from '#src/release/demo/demo-holidays.ts';
import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';
import { insertTexts } from '#src/release/insert-texts.ts';

/** Writes what is not trips: areas, aliases, modes, events and holidays. */
export async function writeFacts(
  connection: DuckDBConnection,
  parameters: DemoParameters,
): Promise<void> {
  const { aliases, events, model } = parameters;
  const areas = demoAreas(parameters).map(({ code, name, level, parent }) => [
    code,
    name,
    level,
    parent,
  ]);
  await insertTexts(connection, 'area', areas);
  await insertTexts(
    connection,
    'area_alias',
    aliases.map(({ alias, code }) => [alias, code]),
  );
  await insertTexts(
    connection,
    'mode',
    model.modes.map(({ value, label }, sort) => [value, label, String(sort)]),
  );
  await insertTexts(
    connection,
    'event',
    events.map((each) => [
      each.slug,
      each.area,
      each.date,
      each.kind,
      each.clause,
      each.label,
      each.source,
      each.url,
      each.confidence,
    ]),
  );
  await insertTexts(
    connection,
    'holiday',
    demoHolidays(parameters).map(({ area, from, to, kind, label }) => [
      area,
      from,
      to,
      kind,
      label,
    ]),
  );
}

/** Writes the row that says what the data set is. */
export async function writeDataset(
  connection: DuckDBConnection,
  { model }: DemoParameters,
  fingerprint: string,
): Promise<void> {
  const { name, title, source } = model.dataset;
  const row = [name, title, source, 'true', 'true', undefined, String(model.base), fingerprint];
  await insertTexts(connection, 'dataset', [row]);
}
