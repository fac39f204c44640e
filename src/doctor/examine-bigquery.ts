import { configFileOf } from '#src/config/config-file.ts';
import { readOptionalConfig } from '#src/edges/config/read-config.ts';
import { warehouseConfig } from '#src/edges/warehouse/bigquery/warehouse-config.ts';
import { Fault } from '#src/fault.ts';
import type { CheckGroup, CheckResult } from './check.ts';
import type { DoctorPlace } from './doctor-place.ts';
import { sayFault } from './say-fault.ts';

/** Looks at BigQuery, where the configuration has the releases there; else there is no such group, and nothing of Google's is loaded. */
export async function examineBigQuery(place: DoctorPlace): Promise<readonly CheckGroup[]> {
  const results = await lookWhereSet(place);
  return results.length === 0 ? [] : [{ name: 'BigQuery', results }];
}

async function lookWhereSet(place: DoctorPlace): Promise<readonly CheckResult[]> {
  const file = configFileOf(place.projectFolder, place.env);
  try {
    const config = await readOptionalConfig(file, 'warehouse', warehouseConfig);
    if (config === undefined) return [];
    return await (await import('./bigquery/look-at-bigquery.ts')).lookAtBigQuery(place, config);
  } catch (error) {
    // A file that cannot be read at all is told of under the configuration.
    if (error instanceof Fault && ['noConfig', 'notYaml'].includes(error.code)) return [];
    return [{ name: 'section', ...sayFault(error) }];
  }
}
