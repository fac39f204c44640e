import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { whereInstalled } from '#test/oracle/where-installed.ts';
import { runProgram } from '#test/support/run-program.ts';
import { useReleaseDouble } from '#test/support/bigquery/use-release-double.ts';

const project = join(import.meta.dirname, '..');
const patienceMs = 60_000;

whereInstalled('npm run ask, told that the releases lie in BigQuery', () => {
  const { open } = useReleaseDouble();
  let folder: string;
  let tokens: Server;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'find-releases-'));
    tokens = await startTokens();
  });
  afterAll(async () => {
    tokens.close();
    await rm(folder, { recursive: true });
  });

  /** Runs the program as a person does, with a section `warehouse`, and as an account that is signed in by workload identity, or as nobody. */
  const ask = async (endpoint: string, account: 'bot' | 'nobody', more = '') => {
    const configFile = join(folder, 'mobility.config.yml');
    const own = await readFile(join(project, 'mobility.config.yml'), 'utf8');
    await writeFile(configFile, `${own}\n${sectionOf(endpoint)}${more}`);
    const identity = account === 'bot' ? await writeIdentity(folder, tokens) : '';
    vi.stubEnv('MOBILITY_CONFIG', configFile);
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', identity);
    vi.stubEnv('CLOUDSDK_CONFIG', folder);
    vi.stubEnv('METADATA_SERVER_DETECTION', 'none');
    return runProgram(folder, 'ask', 'region:Alderton', '--json');
  };
  afterEach(() => vi.unstubAllEnvs());

  test(
    'answers from there, with no release made on this machine',
    async () => {
      const { double, place } = await open();
      const { code, stdout } = await ask(String(place.apiEndpoint), 'bot');
      expect(code).toBe(0);
      const { release, provenance } = said.parse(JSON.parse(stdout));
      expect(release.releaseId).toBe('tiny-1');
      const ids = double.jobs().map(({ id }) => id);
      for (const { job } of provenance) expect(ids).toContain(job.id);
      expect(new Set(double.jobs().map(({ account }) => account))).toEqual(new Set(['bot']));
    },
    patienceMs,
  );

  test(
    'without an account says so in one sentence',
    async () => {
      const { place } = await open();
      const { code, stdout } = await ask(String(place.apiEndpoint), 'nobody');
      expect(code).toBe(1);
      expect(stdout).toContain(
        'I cannot start: no Google account was found for this program: attach',
      );
      expect(stdout).not.toContain('docs/authentication');
    },
    patienceMs,
  );

  test.each([
    ['an address of somebody else', 'https://bigquery.example.com', ''],
    ['a setting that there is not', 'http://127.0.0.1:1', '  token: abc\n'],
  ])('refuses %s, which would get the token', async (_, endpoint, more) => {
    const { code, stdout } = await ask(endpoint, 'bot', more);
    expect(code).toBe(1);
    expect(stdout).toContain('I cannot start: mobility.config.yml: warehouse');
    expect(stdout).not.toContain('abc');
  });
});

const said = z.object({
  release: z.object({ releaseId: z.string() }),
  provenance: z.array(z.object({ job: z.object({ id: z.string() }) })).min(1),
});

const sectionOf = (endpoint: string): string => `warehouse:
  project: mobility-test
  location: europe-west2
  dataset: mobility_protected
  views: { project: mobility-test, dataset: trips_for_mobility }
  endpoint: ${endpoint}
`;

/** A server that gives the bot's token for any identity. */
async function startTokens(): Promise<Server> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        access_token: 'token-b',
        issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
        token_type: 'Bearer',
        expires_in: 3600,
      }),
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** What workload identity gives a program instead of a key: where to change its own token for Google's. */
async function writeIdentity(folder: string, tokens: Server): Promise<string> {
  const address = tokens.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const own = join(folder, 'own-token');
  await writeFile(own, 'a token of the machine');
  const file = join(folder, 'identity.json');
  await writeFile(
    file,
    JSON.stringify({
      type: 'external_account',
      audience:
        '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: `http://127.0.0.1:${address.port}/token`,
      credential_source: { file: own },
    }),
  );
  return file;
}
