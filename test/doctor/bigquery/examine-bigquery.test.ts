import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { checkDataset } from '#src/doctor/bigquery/check-dataset.ts';
import type { CheckGroup } from '#src/doctor/check.ts';
import { printGroups } from '#src/doctor/print-groups.ts';
import { openClient } from '#src/edges/warehouse/bigquery/open-client.ts';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { authOf } from '#test/support/bigquery/open-release-double.ts';
import { useReleaseDouble } from '#test/support/bigquery/use-release-double.ts';
import { amiss, making, type Amiss } from './amiss.ts';
import { lookWith, projectFolder, sectionFor } from './look-in-world.ts';

afterEach(() => vi.unstubAllEnvs());

/** What is not well, by name. */
const notWell = (groups: readonly CheckGroup[]): readonly string[] =>
  groups.flatMap(({ results }) =>
    results.filter(({ state }) => state !== 'ok').map(({ name }) => name),
  );

const wordsOf = (groups: readonly CheckGroup[], name: string): string => {
  const found = groups.flatMap(({ results }) => results).find((result) => result.name === name);
  return `${found?.said ?? ''} ${found?.next ?? ''}`;
};

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
