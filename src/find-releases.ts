import { join } from 'node:path';
import { queries } from '#queries/index.ts';
import { configFileOf } from '#src/config/config-file.ts';
import { readOptionalConfig } from '#src/edges/config/read-config.ts';
import { placeOf, warehouseConfig } from '#src/edges/warehouse/bigquery/warehouse-config.ts';
import { folderReleases } from '#src/edges/warehouse/folder-releases.ts';
import type { Releases } from '#src/edges/warehouse/releases.ts';
import { shareRuns } from '#src/edges/warehouse/share-runs.ts';

/** Where the program and its state lie. */
export type Place = { readonly home: string; readonly projectFolder: string };

/** The releases that answer, and whether they are made on this machine. Questions that are the same and asked at once are asked of them once. Throws `ConfigFault`. */
export async function findReleases({
  home,
  projectFolder,
}: Place): Promise<Releases & { readonly isLocal: boolean }> {
  const options = { queries, sqlFolder: join(projectFolder, 'queries') };
  const file = configFileOf(projectFolder, process.env);
  const config = await readOptionalConfig(file, 'warehouse', warehouseConfig);
  const found =
    config === undefined
      ? folderReleases(home, options)
      : // Loaded here alone: the embedded default needs nothing of Google's.
        (await import('#src/edges/warehouse/bigquery-releases.ts')).bigQueryReleases({
          ...options,
          place: placeOf(config),
        });
  return {
    isLocal: config === undefined,
    current: found.current,
    open: async (name) => shareRuns(await found.open(name)),
  };
}
