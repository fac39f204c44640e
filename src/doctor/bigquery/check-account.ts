import { faultOf } from '#src/edges/warehouse/bigquery/read-error.ts';
import { dryRun } from '#src/edges/warehouse/bigquery/run-job.ts';
import { note, ok, type Outcome } from '#src/doctor/check.ts';
import type { DoctorPlace } from '#src/doctor/doctor-place.ts';
import { statementOf, type Looked } from './looked.ts';

/** Whether there is an account, whose sign-in Google takes, and which may ask questions in the project. Throws `WarehouseFault`. */
export async function checkAccount(
  { client, place }: Looked,
  env: DoctorPlace['env'],
): Promise<Outcome> {
  try {
    await client.authClient.getAccessToken();
  } catch (error) {
    throw faultOf(error);
  }
  await dryRun(client, place, statementOf('SELECT 1 AS one'));
  return env['GOOGLE_APPLICATION_CREDENTIALS'] ? withFile : attached;
}

const attached = ok('Signs in, and may ask questions in the project.');

const withFile = note(
  'Signs in with the file that GOOGLE_APPLICATION_CREDENTIALS names, and may ask questions. A key in a file can be copied, and does not expire.',
  'On Google Cloud attach the service account instead, and unset GOOGLE_APPLICATION_CREDENTIALS.',
);
