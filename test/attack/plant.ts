import { chmod, copyFile } from 'node:fs/promises';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { threshold } from '#test/attack/kestria.ts';

type Files = { readonly file: string; readonly rawFile: string };

let plantedFiles = 0;

/** A planted fault: a copy of a release that these statements have changed; `counted` is the raw file. Returns the file of the copy. */
async function plant({ file, rawFile }: Files, statements: readonly string[]): Promise<string> {
  plantedFiles += 1;
  const planted = `${file}.${plantedFiles}.planted`;
  await copyFile(file, planted);
  await chmod(planted, 0o644);
  await withDuckdb(planted, {}, async (connection) => {
    await connection.run(`ATTACH '${rawFile}' AS counted (READ_ONLY)`);
    for (const statement of statements) await connection.run(statement);
  });
  return planted;
}

/**
 * These leaves, or all, stand as they were counted.
 * Leaves of fewer trips than the threshold stay as they are: the warehouse refuses a file that holds such figures.
 */
export function plantRaw(files: Files, where = 'true'): Promise<string> {
  const key = 'week, origin, destination, mode';
  return plant(files, [
    `CREATE TEMP TABLE raw AS SELECT ${key}, trips FROM counted.trips_weekly WHERE trips >= ${threshold} AND (${where})`,
    `DELETE FROM leaf_weekly WHERE (${key}) IN (SELECT (${key}) FROM raw)`,
    `INSERT INTO leaf_weekly SELECT ${key}, trips, 'exact' FROM raw`,
    // All flows stand by themselves again: nothing is elsewhere.
    ...(where === 'true' ? ["DELETE FROM leaf_weekly WHERE origin LIKE 'elsewhere:%'"] : []),
  ]);
}

/** The days that were published stand as they were counted. */
export const plantRawDays = (files: Files): Promise<string> =>
  plant(files, [
    `UPDATE daily SET trips = raw.trips FROM counted.trips_daily AS raw
     WHERE raw.date = daily.date AND raw.destination = daily.destination AND raw.trips >= ${threshold}`,
  ]);

/** What started elsewhere in a region is given to one of its districts. */
export const plantElsewhere = (
  files: Files,
  { region, district }: { readonly region: string; readonly district: string },
): Promise<string> =>
  plant(files, [
    `CREATE TEMP TABLE given AS SELECT week, '${district}' AS origin, destination, mode, SUM(trips) AS trips, 'exact' AS status
     FROM leaf_weekly WHERE origin IN ('${district}', 'elsewhere:${region}') GROUP BY ALL`,
    `DELETE FROM leaf_weekly WHERE origin IN ('${district}', 'elsewhere:${region}')`,
    'INSERT INTO leaf_weekly SELECT * FROM given',
  ]);
