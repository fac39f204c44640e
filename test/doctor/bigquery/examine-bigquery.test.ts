import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkDataset } from '#src/doctor/bigquery/check-dataset.ts';
import type { CheckGroup } from '#src/doctor/check.ts';
import type { DoctorPlace } from '#src/doctor/doctor-place.ts';
import { printGroups } from '#src/doctor/print-groups.ts';
import { openClient } from '#src/edges/warehouse/bigquery/open-client.ts';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import type { FakeBigQuery, FakeTable } from '#test/support/bigquery/fake-bigquery.ts';
import {
  authOf,
  statusRow,
  tokenOfNobody,
  tokenOfTooMuch,
} from '#test/support/bigquery/open-release-double.ts';
import { useReleaseDouble } from '#test/support/bigquery/use-release-double.ts';
import { lookWith, projectFolder, sectionFor } from './look-in-world.ts';

afterEach(() => vi.unstubAllEnvs());

const status = 'mobility_protected.data_status';

/** The owners' view of trips. */
const trips: FakeTable = {
  name: 'trips_for_mobility.trip',
  columns: [{ name: 'device', type: 'STRING' }],
  rows: [],
};

/** What is not well, by name. */
const notWell = (groups: readonly CheckGroup[]): readonly string[] =>
  groups.flatMap(({ results }) =>
    results.filter(({ state }) => state !== 'ok').map(({ name }) => name),
  );

const wordsOf = (groups: readonly CheckGroup[], name: string): string => {
  const found = groups.flatMap(({ results }) => results).find((result) => result.name === name);
  return `${found?.said ?? ''} ${found?.next ?? ''}`;
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
type Amiss = {
  readonly what: string;
  readonly spoil?: (double: FakeBigQuery) => void;
  readonly section?: Readonly<Record<string, unknown>>;
  readonly place?: Partial<DoctorPlace>;
  readonly tables?: (own: readonly FakeTable[]) => readonly FakeTable[];
  readonly lines: readonly string[];
  readonly said: RegExp;
};

const making = /^POST .jobs$/u;
const anything = /./u;

const amiss: readonly Amiss[] = [
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

test('without the section warehouse there is no such group', async () => {
  expect(await lookWith(undefined)).toEqual([]);
});

test('nothing of Google is loaded before it is needed', async () => {
  const loaded = async (module: string): Promise<string> => {
    const script = `const { createRequire } = await import('node:module');
      await import('#src/doctor/${module}.ts');
      console.log(Object.keys(createRequire('/').cache).join());`;
    const args = ['--input-type=module', '--eval', script];
    return (await promisify(execFile)(process.execPath, args, { cwd: projectFolder })).stdout;
  };
  expect(await loaded('examine-bigquery')).not.toContain('@google-cloud');
  expect(await loaded('bigquery/look-at-bigquery')).toContain('@google-cloud');
});

whereInstalled('what the doctor says of BigQuery', () => {
  const { open } = useReleaseDouble();
  const set = async ({ spoil, section, place, tables }: Partial<Amiss> = {}) => {
    const made = await open(tables);
    spoil?.(made.double);
    const look = () =>
      lookWith({ ...sectionFor(made.place), ...section }, { googleAuth: authOf(), ...place });
    return { ...made, look };
  };

  test('where nothing is amiss everything is ok', async () => {
    const { look, double } = await set();
    const groups = await look();
    expect(notWell(groups)).toEqual([]);
    expect(groups[0]?.results.map(({ name }) => name)).toEqual([
      'section',
      'account',
      'clock',
      'dataset',
      'raw trips',
      'writing',
      'tables',
      'live',
      'queries',
    ]);
    expect(wordsOf(groups, 'live')).toContain('Release 7 (release-7) is live, since 2 March 2026.');
    expect(wordsOf(groups, 'queries')).toMatch(/^\d+ queries fit the tables\. .* 1,000 MB/u);
    const run = double.jobs().filter(({ dryRun }) => !dryRun);
    expect(run.every(({ sql }) => sql.includes('.data_status`'))).toBe(true);
  });

  describe('one thing amiss is one line, and stops nothing else:', () => {
    test.each(amiss)('$what', async ({ lines, said, ...spoilt }) => {
      const { look } = await set(spoilt);
      const groups = await look();
      expect(wordsOf(groups, lines[0] ?? '')).toMatch(said);
      expect(notWell(groups).toSorted()).toEqual(lines.toSorted());
      const text = printGroups(groups).join('\n');
      expect(text).not.toMatch(/token-|SELECT|Access Denied|DOCTYPE|permission/u);
      expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    });
  });

  test('a dataset in another location is told of, with the one to set', async () => {
    const { place } = await open();
    const client = openClient(place, authOf());
    expect(await checkDataset({ client, place: { ...place, location: 'US' } })).toMatchObject({
      state: 'failed',
      said: 'mobility_protected is in europe-west2, and not in US: BigQuery would not find it.',
      next: 'Set location to europe-west2 in the section warehouse of mobility.config.yml.',
    });
  });

  test('no account at all is one sentence that says what to do', async () => {
    vi.stubEnv('METADATA_SERVER_DETECTION', 'none');
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', undefined);
    vi.stubEnv('CLOUDSDK_CONFIG', tmpdir());
    vi.stubEnv('HOME', tmpdir());
    const { look } = await set({ place: { googleAuth: undefined } });
    const groups = await look();
    expect(notWell(groups)).toEqual(['account']);
    expect(wordsOf(groups, 'account')).toMatch(/^No Google account was found.*gcloud auth/u);
  });

  test('an environment that would send every question elsewhere is told of', async () => {
    vi.stubEnv('BIGQUERY_EMULATOR_HOST', 'http://127.0.0.1:9');
    const { look } = await set();
    expect(wordsOf(await look(), 'section')).toMatch(/^BIGQUERY_EMULATOR_HOST is set/u);
  });

  test('a server that never answers costs no more than ten seconds', async () => {
    const { look, double } = await set();
    double.fail({ fault: 'hang', on: making, times: Infinity });
    const started = performance.now();
    expect(notWell(await look())).toEqual(['account']);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
