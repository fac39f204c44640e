import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { demoModel } from '#src/release/demo/demo-model.ts';
import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';
import { parameterRow } from '#src/release/demo/parameter-row.ts';
import { readBaseTrips } from '#src/release/demo/read-base-trips.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';

/** Reads and checks the parameter files of the demonstration data (`data/uk`). Throws where a file is absent or does not hold what it should. */
export async function readParameters(folder: string): Promise<DemoParameters> {
  const model = demoModel.parse(JSON.parse(await readFile(join(folder, 'model.json'), 'utf8')));
  return withDuckdb(':memory:', { threads: '1' }, async (connection) => {
    const read = <T>(file: string, shape: z.ZodType<T>): Promise<T[]> =>
      readCsv(connection, join(folder, file), shape);
    const districts = await read('districts.csv', parameterRow.districts);
    return {
      model,
      districts,
      upperAreas: await read('upper-areas.csv', parameterRow.upperAreas),
      aliases: await read('aliases.csv', parameterRow.aliases),
      base: await readBaseTrips(connection, join(folder, 'base-trips.parquet'), districts),
      regionWeeks: await read('weekly-multipliers.csv', parameterRow.regionWeeks),
      modeWeeks: await read('weekly-modes.csv', parameterRow.modeWeeks),
      offsets: await read('district-offsets.csv', parameterRow.offsets),
      bankHolidays: await read('bank-holidays.csv', parameterRow.bankHolidays),
      schoolHolidays: await read('school-holidays.csv', parameterRow.schoolHolidays),
      shocks: await read('day-shocks.csv', parameterRow.shocks),
      events: await read('events.csv', parameterRow.events),
    };
  });
}

async function readCsv<T>(
  connection: DuckDBConnection,
  file: string,
  shape: z.ZodType<T>,
): Promise<T[]> {
  const result = await connection.runAndReadAll(
    'SELECT * FROM read_csv($file, header = true, all_varchar = true)',
    { file },
  );
  return z.array(shape).parse(result.getRowObjectsJson());
}
