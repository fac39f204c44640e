import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { BigQueryPlace } from '#src/edges/warehouse/bigquery/bigquery-place.ts';
import type { CheckGroup } from '#src/doctor/check.ts';
import type { DoctorPlace } from '#src/doctor/doctor-place.ts';
import { examineBigQuery } from '#src/doctor/examine-bigquery.ts';

/** The section `warehouse` that fits a double. */
export const sectionFor = ({ project, location, dataset, apiEndpoint }: BigQueryPlace) => ({
  project,
  location,
  dataset,
  views: { project, dataset: 'trips_for_mobility' },
  endpoint: apiEndpoint,
});

export const projectFolder = join(import.meta.dirname, '../../..');

/** What the doctor says of BigQuery where a configuration has this section; undefined: none. */
export async function lookWith(
  warehouse: unknown,
  place: Partial<DoctorPlace> = {},
): Promise<readonly CheckGroup[]> {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-bigquery-'));
  try {
    const file = join(folder, 'config.yml');
    await writeFile(file, stringify({ method: {}, warehouse }));
    return await examineBigQuery({
      home: folder,
      projectFolder,
      clock: () => new Date(),
      ...place,
      env: { ...place.env, MOBILITY_CONFIG: file },
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
