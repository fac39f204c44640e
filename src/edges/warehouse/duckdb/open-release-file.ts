import { access } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { Fault } from '#src/fault.ts';

/** In this order: each closes a door, the last one all of them for good. */
const doors = [
  // Without a folder to spill to, a query beyond the memory limit fails instead of writing.
  "SET temp_directory = ''",
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/** Opens a release so that nothing can be written and no other file or extension reached, whatever SQL is run. */
export async function openReleaseFile(file: string, memoryLimit: string): Promise<DuckDBInstance> {
  await checkPresent(file);
  const instance = await open(file, memoryLimit);
  const connection = await instance.connect();
  try {
    for (const door of doors) await connection.run(door);
    return instance;
  } finally {
    connection.closeSync();
  }
}

async function checkPresent(file: string): Promise<void> {
  try {
    await access(file);
  } catch (cause) {
    throw new Fault('WarehouseFault', 'noRelease', 'there is no release file', { cause });
  }
}

async function open(file: string, memoryLimit: string): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(file, {
      access_mode: 'READ_ONLY',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      allow_community_extensions: 'false',
      memory_limit: memoryLimit,
      threads: '2',
      // The order in which BigQuery puts NULL.
      default_null_order: 'nulls_first_on_asc_last_on_desc',
    });
  } catch (cause) {
    throw new Fault('WarehouseFault', 'unreadable', 'the release file cannot be read', { cause });
  }
}
