import type { Query } from '#src/ports.ts';
import { currentRelease } from './current-release.ts';
import { makeDuckdbWarehouse } from './make-duckdb-warehouse.ts';
import type { Releases } from './releases.ts';

/** The releases under the home folder, by their files. */
export function folderReleases(
  home: string,
  warehouse: { readonly queries: readonly Query[]; readonly sqlFolder: string },
): Releases {
  return {
    current: async () => {
      const current = await currentRelease(home);
      return current.kind === 'live' ? { kind: 'live', name: current.file } : current;
    },
    open: (file) => makeDuckdbWarehouse({ file, ...warehouse }),
  };
}
