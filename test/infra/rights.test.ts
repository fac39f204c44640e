import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { findReferences } from '#test/infra/find-references.ts';
import { readTerraform, type Configuration, type Resource } from '#test/infra/read-terraform.ts';
import { findRightsFaults } from '#test/infra/find-rights-faults.ts';

const infra = join(import.meta.dirname, '../../infra');

/** Where an account is named: `kind.name`, in order. */
async function namers(configuration: Configuration, account: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { kind, name, body } of configuration.resources) {
    const references = await findReferences(body);
    if (references.some((one) => one.startsWith(`${account}.`))) found.push(`${kind}.${name}`);
  }
  return found.toSorted();
}

describe('rights in infra/', () => {
  let configuration: Configuration;
  beforeAll(async () => {
    configuration = await readTerraform(infra);
  });

  test('are the least: no key, no basic role, one role on the project, and none for everybody', () => {
    expect(configuration.resources.flatMap(findRightsFaults)).toEqual([]);
  });

  test('let the bot run queries, read the protected dataset and be the service, and nothing else', async () => {
    expect(await namers(configuration, 'google_service_account.bot')).toEqual([
      'google_bigquery_dataset.protected',
      'google_cloud_run_v2_service.bot',
      'google_project_iam_member.runs_queries',
    ]);
    expect(configuration.locals.get('accounts')).toEqual({
      bot: '${google_service_account.bot.member}',
      release_job: '${google_service_account.release_job.member}',
    });
    const readers = z
      .record(z.string(), z.array(z.string()))
      .parse(configuration.locals.get('secrets'));
    expect(Object.keys(readers).filter((secret) => !readers[secret]?.includes('bot'))).toEqual([
      'mobility-draw-key',
    ]);
  });

  test('let only the release job at the raw side', async () => {
    const raw = configuration.resources.filter(
      ({ body }) => body['project'] === '${var.raw_project}',
    );
    const references = await findReferences(raw.map(({ body }) => body));
    expect(raw).toHaveLength(2);
    expect(references.filter((one) => one.startsWith('google_service_account.'))).toEqual([
      'google_service_account.release_job.email',
    ]);
  });

  test('keep the last policy of a table and the protected data from being removed', () => {
    const kept = configuration.resources.filter(({ body }) =>
      JSON.stringify(body['lifecycle'] ?? '').includes('"prevent_destroy":true'),
    );
    expect(kept.map(({ kind, name }) => `${kind}.${name}`).toSorted()).toEqual([
      'google_bigquery_dataset.protected',
      'google_bigquery_row_access_policy.every_row',
      'google_bigquery_row_access_policy.exact_rows',
      'google_storage_bucket.release_home',
    ]);
  });

  test('name nobody: no default is an address, and the example is at example.org', () => {
    const defaults = [...configuration.variables.values()].map((body) => body['default']);
    expect(JSON.stringify(defaults)).not.toMatch(/@/u);
    const example = readFileSync(join(infra, 'terraform.tfvars.example'), 'utf8');
    const addresses = [...example.matchAll(/[\w-]+@(?!sha256)([\w.-]+)/gu)].map(([, at]) => at);
    expect(new Set(addresses)).toEqual(new Set(['example.org']));
  });
});

describe('the check of rights sees', () => {
  const grant = (kind: string, role: string, member = 'group:a@example.org'): Resource => ({
    kind,
    name: 'x',
    body: { role, member },
  });

  test.each([
    [grant('google_project_iam_member', 'roles/bigquery.jobUser'), undefined],
    [grant('google_project_iam_member', 'roles/bigquery.dataViewer'), 'on the whole project'],
    [grant('google_project_iam_binding', 'roles/bigquery.jobUser'), 'takes the role from others'],
    [grant('google_storage_bucket_iam_member', 'roles/editor'), 'a basic role'],
    [
      grant('google_storage_bucket_iam_member', 'roles/storage.objectUser', 'allUsers'),
      'everybody',
    ],
    [grant('google_service_account_key', ''), 'a key'],
    [
      {
        kind: 'google_bigquery_dataset',
        name: 'x',
        body: { access: [{ special_group: 'allAuthenticatedUsers' }] },
      },
      'everybody',
    ],
    [
      {
        kind: 'google_bigquery_dataset',
        name: 'x',
        body: { access: [{ role: 'OWNER', group_by_email: '${var.analysts}' }] },
      },
      'an owner besides the administrators',
    ],
  ] as const)('%j', (resource, said) => {
    const faults = findRightsFaults(resource);
    expect(faults.length).toBe(said === undefined ? 0 : 1);
    expect(faults.join(' ')).toContain(said ?? '');
  });
});
