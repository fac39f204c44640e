import { openClient } from '#src/edges/warehouse/bigquery/open-client.ts';
import { placeOf, type WarehouseConfig } from '#src/edges/warehouse/bigquery/warehouse-config.ts';
import { ok, type CheckResult } from '#src/doctor/check.ts';
import type { DoctorPlace } from '#src/doctor/doctor-place.ts';
import { judgeClock } from '#src/doctor/judge-clock.ts';
import { runCheck } from '#src/doctor/run-check.ts';
import { tryReading } from '#src/doctor/try-reading.ts';
import { checkAccount } from './check-account.ts';
import { checkDataset } from './check-dataset.ts';
import { checkLive } from './check-live.ts';
import { checkQueries } from './check-queries.ts';
import { checkTables } from './check-tables.ts';
import { checkViews } from './check-views.ts';
import { checkWriting } from './check-writing.ts';
import type { Looked } from './looked.ts';
import { readGoogleTime } from './read-google-time.ts';

/** For one try of one request. */
const requestMs = 3000;
/** Each query is asked of BigQuery, and there are many. */
const queriesMs = 30_000;

const leftOut = 'So nothing else of BigQuery was looked at.';

/** How things stand with BigQuery. Nothing is changed there, and nothing but a row of data_status is read. */
export async function lookAtBigQuery(
  doctor: DoctorPlace,
  config: WarehouseConfig,
): Promise<readonly CheckResult[]> {
  const place = placeOf(config);
  const opened = await tryReading(() => openClient(place, doctor.googleAuth, requestMs));
  if (opened.kind === 'failed') return [{ name: 'section', ...opened.outcome }];
  const client = opened.value;
  const looked: Looked = { client, place, config, projectFolder: doctor.projectFolder };
  const section = ok(`The releases are in ${place.dataset} of ${place.project}.`);
  const [account, clock] = await Promise.all([
    runCheck('account', () => checkAccount(looked, doctor.env)),
    runCheck('clock', async (signal) => {
      const there = await readGoogleTime(client.apiEndpoint, signal);
      return judgeClock(doctor.clock(), there, 'Google');
    }),
  ]);
  const first = [{ name: 'section', ...section }];
  if (account.state === 'failed')
    return [...first, { ...account, said: `${account.said} ${leftOut}` }, clock];
  return [...first, account, clock, ...(await lookInside(looked))];
}

async function lookInside(looked: Looked): Promise<readonly CheckResult[]> {
  const [dataset, ...rights] = await Promise.all([
    runCheck('dataset', () => checkDataset(looked)),
    runCheck('raw trips', () => checkViews(looked)),
    runCheck('writing', () => checkWriting(looked)),
  ]);
  if (dataset.state === 'failed') return [dataset, ...rights];
  return [
    dataset,
    ...rights,
    ...(await Promise.all([
      runCheck('tables', () => checkTables(looked)),
      runCheck('live', (signal) => checkLive(looked, signal)),
      runCheck('queries', () => checkQueries(looked), queriesMs),
    ])),
  ];
}
