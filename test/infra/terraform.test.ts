import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFaults } from '#test/infra/find-faults.ts';
import { readProviderSchema } from '#test/infra/provider-schema.ts';
import { readConfiguration, readTerraform } from '#test/infra/read-terraform.ts';

const schemas = readProviderSchema();

describe('the configuration in infra/', () => {
  test('is complete: every name resolves, everything declared is used and described, and the provider knows every argument', async () => {
    const configuration = await readTerraform(join(import.meta.dirname, '../../infra'));
    expect(configuration.files.length).toBeGreaterThan(15);
    expect(configuration.resources.length).toBeGreaterThan(25);
    expect(configuration.variables.size).toBeGreaterThan(20);
    expect(await findFaults(configuration, schemas)).toEqual([]);
  });
});

describe('the check sees', () => {
  const whole = `
    variable "name" {
      description = "A name."
      type        = string
    }
    resource "google_service_account" "one" {
      account_id = var.name
    }
    resource "google_storage_bucket" "home" {
      name     = google_service_account.one.email
      location = "somewhere"
      versioning { enabled = true }
    }`;
  const faultsOf = async (from: string, to: string) => {
    const text = whole.replace(from, to);
    if (from !== '') expect(text).not.toBe(whole);
    return findFaults(await readConfiguration([{ name: 'a.tf', text }]), schemas);
  };

  test.each([
    ['nothing where nothing is wrong', '', '', []],
    [
      'an argument that is missing',
      'location = "somewhere"',
      '',
      ['google_storage_bucket.home lacks location'],
    ],
    [
      'an argument that the provider does not know',
      'location =',
      'place = "x"\n location =',
      ['google_storage_bucket.home has no argument place'],
    ],
    [
      'the same inside a block',
      'enabled = true',
      'on = true',
      [
        'google_storage_bucket.home.versioning has no argument on',
        'google_storage_bucket.home.versioning lacks enabled',
      ],
    ],
    [
      'a block written as an argument',
      'versioning {',
      'versioning = {',
      ['google_storage_bucket.home.versioning is a block, not an argument'],
    ],
    [
      'a reference to nothing',
      'google_service_account.one.email',
      'google_service_account.two.email',
      ['google_service_account.two.email is declared nowhere'],
    ],
    [
      'what a resource does not have',
      'one.email',
      'one.mail',
      ['google_service_account.one.mail reads what google_service_account does not have'],
    ],
    [
      'a variable that is not declared and one that is not used',
      'var.name',
      'var.nam',
      ['var.nam is declared nowhere', 'var.name is used nowhere'],
    ],
    [
      'two that wait for each other',
      'account_id = var.name',
      'account_id = google_storage_bucket.home.location\n display_name = var.name',
      [
        'google_service_account.one waits for itself',
        'google_storage_bucket.home waits for itself',
      ],
    ],
    ['a variable without a word', 'A name.', '', ['name is not described']],
    [
      'a kind that is not on the list',
      '"google_service_account" "one"',
      '"google_service_account_key" "one"',
      [
        'google_service_account_key is not on the list of kinds that may be used',
        'google_service_account.one.email is declared nowhere',
      ],
    ],
  ])('%s', async (_, from, to, faults) => {
    expect(await faultsOf(from, to)).toEqual(faults);
  });

  test('text that is not HCL', async () => {
    await expect(faultsOf('{ enabled = true }', '{ enabled = ')).rejects.toThrow(/parse config/u);
  });
});
