import { OAuth2Client } from 'google-auth-library';
import type { BigQueryPlace } from '#src/edges/warehouse/bigquery/bigquery-place.ts';
import type { Evaluator } from '#test/oracle/evaluator/open-evaluator.ts';
import type { FakeBigQuery, FakeTable } from './fake-bigquery.ts';
import { releaseTables } from './release-tables.ts';
import { startFakeBigQuery } from './start-fake-bigquery.ts';

/** A double that holds releases, and where the bot is told to look for them. */
export type ReleaseDouble = { readonly double: FakeBigQuery; readonly place: BigQueryPlace };

/** The tokens of the accounts: the release job's, and the bot's, which may read the releases and nothing else. */
const tokenOfRelease = 'token-a';
const tokenOfBot = 'token-b';

/** Of an account that may read the owners' views and make tables, and of one that may nothing. */
export const tokenOfTooMuch = 'token-too-much';
export const tokenOfNobody = 'token-nobody';

/** The account of a token, as the client takes it. */
export function authOf(token = tokenOfBot): OAuth2Client {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: token, expiry_date: Number.MAX_SAFE_INTEGER });
  return auth;
}

const projectId = 'mobility-test';
const location = 'europe-west2';
const dataset = 'mobility_protected';
/** The bot could read it, if it were there. */
export const noDataset = 'mobility_lost';

/** A row of data_status, which says from then on which release is live. `minute`: of an hour. */
export const statusRow = (releaseNumber: number, minute: number) => ({
  release_number: releaseNumber,
  release_id: `release-${releaseNumber}`,
  made_live_at: `2026-03-02T10:${String(minute).padStart(2, '0')}:00.000Z`,
  fingerprint: '5'.repeat(64),
});

const statusTable = (live: number): FakeTable => ({
  name: `${dataset}.data_status`,
  columns: [
    { name: 'release_number', type: 'INT64' },
    { name: 'release_id', type: 'STRING' },
    { name: 'made_live_at', type: 'TIMESTAMP' },
    { name: 'fingerprint', type: 'STRING' },
  ],
  rows: [statusRow(live, 0)],
});

/** Opens a double with the release of a file, which is live. `change`: makes other tables of these. */
export async function openReleaseDouble(
  evaluator: Evaluator,
  release: { readonly file: string; readonly number: number },
  change: (tables: readonly FakeTable[]) => readonly FakeTable[] = (tables) => tables,
): Promise<ReleaseDouble> {
  const double = await startFakeBigQuery({
    evaluator,
    projectId,
    location,
    tables: change([
      ...(await releaseTables(dataset, release.file, release.number)),
      statusTable(release.number),
    ]),
    accounts: [
      {
        name: 'release',
        token: tokenOfRelease,
        mayRead: [dataset, 'trips_for_mobility'],
        mayLoadInto: [dataset],
      },
      { name: 'bot', token: tokenOfBot, mayRead: [dataset, noDataset] },
      {
        name: 'too much',
        token: tokenOfTooMuch,
        mayRead: [dataset, 'trips_for_mobility', 'gone'],
        mayCreateTablesIn: [dataset],
      },
      { name: 'nobody', token: tokenOfNobody, mayRead: [], mayRunJobs: false },
    ],
  });
  const place = {
    project: projectId,
    location,
    dataset,
    mostBytes: 1_000_000_000,
    apiEndpoint: double.url,
  };
  return { double, place };
}
