import { readFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { chooseLeaves } from '#src/release/demo/demo-leaves.ts';
import type { DemoParameters } from '#src/release/demo/demo-parameters.ts';
import { districtDays } from '#src/release/demo/district-days.ts';
import { makeDayDrawer } from '#src/release/demo/draw-days.ts';
import { makeWeekDrawer } from '#src/release/demo/draw-week.ts';
import { expectedTrips } from '#src/release/demo/expected-trips.ts';
import { readParameters } from '#src/release/demo/read-parameters.ts';
import { writeDataset, writeFacts } from '#src/release/demo/write-facts.ts';
import { moveTrips, stageTrips, stageWeek } from '#src/release/demo/write-trips.ts';
import { buildDuckdbFile } from '#src/release/duckdb-file.ts';
import { fingerprintRaw } from '#src/release/fingerprint.ts';

type BuildOptions = {
  /** Where the raw data file goes. */
  readonly file: string;
  /** The folder of parameter files, such as `data/uk`. */
  readonly parametersFolder: string;
  readonly threads?: number;
  readonly onProgress: (done: number, total: number) => void;
};

type Built = { readonly rows: number; readonly dailyRows: number; readonly fingerprint: string };

/**
 * Builds the synthetic demonstration data set as a raw data file. The same parameters give the same rows, whatever the number of threads.
 * `rows` and `dailyRows` count trips_weekly and trips_daily.
 */
export async function buildDemo({
  file,
  parametersFolder,
  threads = 2,
  onProgress,
}: BuildOptions): Promise<Built> {
  const parameters = await readParameters(parametersFolder);
  const schema = await readFile(new URL('../raw-schema.sql', import.meta.url), 'utf8');
  let built: Built | undefined;
  const fill = async (connection: DuckDBConnection): Promise<void> => {
    built = await fillDemo(connection, parameters, onProgress);
  };
  await buildDuckdbFile(file, schema, fill, threads);
  if (built === undefined) throw new Error('the demonstration data was not filled');
  return built;
}

async function fillDemo(
  connection: DuckDBConnection,
  parameters: DemoParameters,
  onProgress: BuildOptions['onProgress'],
): Promise<Built> {
  const { weeks } = parameters.model;
  const steps = weeks + 2;
  await writeFacts(connection, parameters);
  const days = districtDays(parameters);
  const leaves = chooseLeaves(parameters);
  const drawWeek = makeWeekDrawer(parameters, leaves, expectedTrips(parameters, days, leaves));
  const drawDays = makeDayDrawer(parameters, days);
  await stageTrips(connection, parameters, leaves);
  let rows = 0;
  let dailyRows = 0;
  for (let week = 0; week < weeks; week += 1) {
    const drawn = drawWeek(week);
    const drawnDays = drawDays(week, drawn.panelTripsInto);
    await stageWeek(connection, week, drawn, drawnDays);
    rows += drawn.leaf.length;
    dailyRows += drawnDays.day.length;
    onProgress(week + 1, steps);
  }
  await moveTrips(connection, parameters);
  onProgress(weeks + 1, steps);
  const fingerprint = await fingerprintRaw(connection);
  await writeDataset(connection, parameters, fingerprint);
  onProgress(steps, steps);
  return { rows, dailyRows, fingerprint };
}
