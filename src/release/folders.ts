import { join, resolve } from 'node:path';

/** Where the state lies under the home folder. `raw` and `keys` are privileged; the process that answers opens `releases` alone. */
export type StateFolders = {
  readonly home: string;
  readonly raw: string;
  /** `{ name }` of the data set in use. */
  readonly rawPointer: string;
  readonly keys: string;
  readonly releases: string;
  /** `{ releaseId, file }` of the live release. */
  readonly releasePointer: string;
};

/** The places under `home` (MOBILITY_HOME, else `.mobility`), as absolute paths. */
export function stateFolders(home: string): StateFolders {
  const base = resolve(home);
  const releases = join(base, 'releases');
  return {
    home: base,
    raw: join(base, 'raw'),
    rawPointer: join(base, 'raw', 'current.json'),
    keys: join(base, 'keys'),
    releases,
    releasePointer: releasePointer(releases),
  };
}

/** The pointer of a folder of releases. */
export const releasePointer = (releases: string): string => join(releases, 'current.json');

/** The ledger of draws: in the privileged folder of the raw data. */
export const ledgerFile = (raw: string): string => join(raw, 'ledger.jsonl');

/** Where the ledger was kept before: beside the releases. */
export const formerLedgerFile = (releases: string): string => join(releases, 'ledger.jsonl');

/** The raw data set of that name. */
export function rawFile(folders: StateFolders, name: string): string {
  return join(folders.raw, `${name}.duckdb`);
}
