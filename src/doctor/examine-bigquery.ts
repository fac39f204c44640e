import { configFileOf } from '#src/config/config-file.ts';
import { readOptionalConfig } from '#src/edges/config/read-config.ts';
import { warehouseConfig } from '#src/edges/warehouse/bigquery/warehouse-config.ts';
import type { CheckGroup } from './check.ts';
import type { DoctorPlace } from './doctor-place.ts';
import { tryReading } from './try-reading.ts';

/** Looks at BigQuery, where the configuration has the releases there; else there is no such group, and nothing of Google's is loaded. */
export async function examineBigQuery(place: DoctorPlace): Promise<readonly CheckGroup[]> {
  const file = configFileOf(place.projectFolder, place.env);
  const section = await tryReading(() => readOptionalConfig(file, 'warehouse', warehouseConfig));
  // A file that cannot be read at all is told of under the configuration.
  if (section.kind === 'failed')
    return section.outcome.said.includes('warehouse')
      ? [{ name: 'BigQuery', results: [{ name: 'section', ...section.outcome }] }]
      : [];
  if (section.value === undefined) return [];
  const { lookAtBigQuery } = await import('./bigquery/look-at-bigquery.ts');
  return [{ name: 'BigQuery', results: await lookAtBigQuery(place, section.value) }];
}
