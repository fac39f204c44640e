import type { DoctorPlace } from '#src/doctor/doctor-place.ts';
import type { FakeBigQuery, FakeTable } from '#test/support/bigquery/fake-bigquery.ts';
import {
  authOf,
  statusRow,
  tokenOfNobody,
  tokenOfTooMuch,
} from '#test/support/bigquery/open-release-double.ts';

const status = 'mobility_protected.data_status';

/** The owners' view of trips. */
const trips: FakeTable = {
  name: 'trips_for_mobility.trip',
  columns: [{ name: 'device', type: 'STRING' }],
  rows: [],
};

/** The table of error bounds with a column under another name, and not in partitions. */
const bounds: FakeTable = {
  name: 'mobility_protected.error_bound',
  columns: [
    { name: 'release_number', type: 'INT64' },
    { name: 'destination', type: 'STRING' },
    { name: 'mode', type: 'STRING' },
    { name: 'limit_of_error', type: 'INT64' },
  ],
  rows: [],
};

/** What is amiss. `spoil`: in BigQuery. `section`, `place`: what differs there. `lines`: those that say so, first the one whose words are given. */
export type Amiss = {
  readonly what: string;
  readonly spoil?: (double: FakeBigQuery) => void;
  readonly section?: Readonly<Record<string, unknown>>;
  readonly place?: Partial<DoctorPlace>;
  readonly tables?: (own: readonly FakeTable[]) => readonly FakeTable[];
  readonly lines: readonly string[];
  readonly said: RegExp;
};

/** The call that makes a job. */
export const making = /^POST .jobs$/u;
const anything = /./u;

/** The table of what may be amiss with BigQuery. */
export const amiss: readonly Amiss[] = [
  {
    what: 'a project that there is not',
    section: { project: 'another-project' },
    lines: ['account'],
    said: /^BigQuery has no such project.* So nothing else of BigQuery was looked at\. Hold project and dataset/u,
  },
  {
    what: 'an account that may ask nothing',
    place: { googleAuth: authOf(tokenOfNobody) },
    lines: ['account'],
    said: /^BigQuery refused this account.* Give the account of the bot what Terraform gives it/u,
  },
  {
    what: 'a sign-in that has expired',
    spoil: (double) => double.expire('token-b'),
    lines: ['account'],
    said: /^BigQuery does not take the credentials.* Sign in anew/u,
  },
  {
    what: 'a key in a file',
    place: { env: { GOOGLE_APPLICATION_CREDENTIALS: '/somewhere/key.json' } },
    lines: ['account'],
    said: /A key in a file can be copied.* attach the service account instead/u,
  },
  {
    what: 'a page of a web server instead of BigQuery',
    spoil: (double) => double.fail({ fault: 'unavailablePage', on: anything, times: Infinity }),
    lines: ['account'],
    said: /^BigQuery cannot be reached for now.* Check that this machine may reach BigQuery/u,
  },
  {
    what: 'a dataset that there is not',
    section: { dataset: 'gone' },
    place: { googleAuth: authOf(tokenOfTooMuch) },
    lines: ['dataset', 'raw trips'],
    said: /^BigQuery has no such dataset.* Hold project and dataset/u,
  },
  {
    what: 'an account that may read the raw trips and make tables',
    place: { googleAuth: authOf(tokenOfTooMuch) },
    tables: (own) => [...own, trips],
    lines: ['raw trips', 'writing'],
    said: /^This account can read the owners' views in mobility-test\.trips_for_mobility \(trip\).* Take the right away/u,
  },
  {
    what: 'a table that is another',
    tables: (own) => [...own, bounds],
    lines: ['tables', 'queries'],
    said: /^The tables are not those of this version of the program: error_bound\.bound is missing and error_bound is not partitioned by release_number\. Run the version/u,
  },
  {
    what: 'a cap that a question cannot keep to',
    section: { questionMegabytes: 11 },
    lines: ['queries'],
    said: /^\d+ of \d+ queries would be billed more than a question may \(11 MB\).* Set questionMegabytes to \d+ or more/u,
  },
  {
    what: 'no release yet',
    spoil: (double) => double.setRows(status, []),
    lines: ['live'],
    said: /^No release was ever made live in BigQuery/u,
  },
  {
    what: 'a release that was withdrawn',
    spoil: (double) => double.setRows(status, [statusRow(7, 0), statusRow(0, 1)]),
    lines: ['live'],
    said: /^The last release was withdrawn on 2 March 2026/u,
  },
  {
    what: 'a clock 90 seconds ahead',
    place: { clock: () => new Date(Date.now() + 90_000) },
    lines: ['clock'],
    said: /^This machine is (?:89|90|91) seconds ahead of Google, so Google may refuse its sign-in\./u,
  },
  {
    what: 'a location that cannot be one',
    section: { location: 'some where' },
    lines: ['section'],
    said: /warehouse\.location: must be the name of a location/u,
  },
];
