import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';
import { takeLock } from '#src/edges/process-lock.ts';
import { currentRelease, type CurrentRelease } from '#src/edges/warehouse/current-release.ts';
import { writeAtomically } from '#src/edges/write-atomically.ts';
import { Fault } from '#src/fault.ts';
import { auditContext, type AuditContext } from '#src/state/audit-event.ts';
import type { ReleaseDescription } from '#src/state/release-record.ts';
import { withDuckdb } from '../duckdb-file.ts';
import { releasePointer } from '../folders.ts';
import { releaseFile } from '../publish-file.ts';
import { textRows } from '../text-rows.ts';
import { fingerprintEdition } from './fingerprint-edition.ts';
import type { ReleaseKeeper } from './keeper.ts';

const suffix = '.duckdb';
/** What the pointer can hold. Another name is of no file that the release job made. */
const fileName = /^[A-Za-z0-9][A-Za-z0-9._-]*\.duckdb$/u;
const selfSql = `SELECT release_id, dataset, CAST(last_day AS VARCHAR) AS last_day, policy_hash, synthetic FROM release
  WHERE (SELECT value FROM report WHERE name = 'verdict') = 'passed'`;
const self = z.object({
  release_id: z.string(),
  dataset: z.string(),
  last_day: z.string(),
  policy_hash: z.string(),
  synthetic: z.enum(['true', 'false']),
});

/** The releases in a folder of DuckDB files, with the pointer beside them. `home`: the folder above. */
export function makeFolderKeeper(home: string): ReleaseKeeper {
  const folder = join(home, 'releases');
  // A view in a file that somebody else put there must not read other files.
  const open = { access_mode: 'READ_ONLY', enable_external_access: 'false' };
  // To read a country's release takes seconds. Whoever changes a file cannot set the time of its last change.
  const described = new Map<string, ReleaseDescription>();
  return {
    names: async () =>
      (await filesIn(folder))
        .filter((file) => fileName.test(file))
        .map((file) => file.slice(0, -suffix.length))
        .sort(),
    describe: async (name) => {
      const file = releaseFile(folder, name);
      try {
        const { ino, ctimeNs } = await stat(file, { bigint: true });
        const version = `${name} ${ino} ${ctimeNs}`;
        const known = described.get(version);
        if (known !== undefined) return known;
        const found = await withDuckdb(file, open, async (connection) => {
          const [row] = await textRows(connection, selfSql);
          return describe(name, self.parse(row), await fingerprintEdition(connection));
        });
        described.set(version, found);
        return found;
      } catch {
        // Not there, or of a version of the program that checked nothing: it cannot be approved, whatever it is.
        return undefined;
      }
    },
    report: async (name) => {
      try {
        return await withDuckdb(releaseFile(folder, name), open, readReport);
      } catch (cause) {
        throw new Fault(
          'ReleaseFault',
          'lost',
          `the file of ${name} is not there or cannot be read`,
          { cause },
        );
      }
    },
    sign: async (name, maker) => {
      if ((await readMaker(makerFile(folder, name))) !== undefined) return;
      await writeAtomically(makerFile(folder, name), `${JSON.stringify(maker)}\n`);
    },
    maker: (name) => readMaker(makerFile(folder, name)),
    pointed: async () => {
      const pointer = await readPointer(home);
      return pointer?.kind === 'live' ? basename(pointer.file, suffix) : undefined;
    },
    alone: (task) => holdPointer(folder, task),
    point: (to) => {
      const pointer = releasePointer(folder);
      if (to === 'none') return rm(pointer, { force: true });
      const said =
        to === 'withdrawn'
          ? { withdrawn: true }
          : { releaseId: to.releaseId, file: basename(releaseFile(folder, to.edition)) };
      return writeAtomically(pointer, `${JSON.stringify(said)}\n`);
    },
  };
}

const makerFile = (folder: string, name: string): string => join(folder, `${name}.maker.json`);

/** Undefined where there is none, or what is there names nobody. */
async function readMaker(file: string): Promise<AuditContext | undefined> {
  try {
    return auditContext.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

const describe = (
  name: string,
  row: z.output<typeof self>,
  fingerprint: string,
): ReleaseDescription => ({
  name,
  releaseId: row.release_id,
  dataset: row.dataset,
  lastDay: row.last_day,
  policyHash: row.policy_hash,
  synthetic: row.synthetic === 'true',
  fingerprint,
});

async function readReport(
  connection: DuckDBConnection,
): Promise<readonly (readonly [string, string])[]> {
  const rows = await textRows(
    connection,
    `SELECT 'policy' AS name, policy AS value FROM release UNION ALL SELECT name, value FROM report`,
  );
  return rows.map(({ name = '', value = '' }) => [name, value] as const);
}

/** The pointer; undefined where it is damaged, and so names nothing. */
async function readPointer(home: string): Promise<CurrentRelease | undefined> {
  try {
    return await currentRelease(home);
  } catch (fault) {
    if (fault instanceof Fault && fault.code === 'badPointer') return undefined;
    throw fault;
  }
}

const lookAgainMs = 20;
const longestWaitMs = 10_000;

/** Whoever holds the pointer reads one row and writes one line. */
async function holdPointer(folder: string, task: () => Promise<void>): Promise<void> {
  // By the clock: each look waits a while by itself.
  for (const end = performance.now() + longestWaitMs; performance.now() < end;) {
    const unlock = await takeLock(folder, 'pointer.lock');
    if (unlock !== undefined) {
      try {
        return await task();
      } finally {
        unlock();
      }
    }
    await sleep(lookAgainMs);
  }
  throw new Fault(
    'StoreFault',
    'pointerHeld',
    'another process is changing which release answers: try again',
    { retryable: true },
  );
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    const found = await readdir(folder, { withFileTypes: true });
    return found.filter((entry) => entry.isFile()).map(({ name }) => name);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}
