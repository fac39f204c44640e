import { copyFile, chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import type { Edges } from '#src/answer.ts';
import { inventTrips, type RawLeaf } from '#test/attack/invent-trips.ts';
import { threshold } from '#test/attack/kestria.ts';
import { edgesOver, openWarehouse, releaseTrips } from '#test/attack/open-attacked.ts';
import { readTruth, type Truth } from '#test/attack/truth.ts';

/** The invented country, released, with edges over the release and the truth about it. `open`: edges over another file. `close` removes all. */
export type Attacked = {
  readonly folder: string;
  readonly leaves: readonly RawLeaf[];
  readonly rawFile: string;
  readonly file: string;
  readonly edges: Edges;
  readonly truth: Truth;
  readonly open: (file: string, pictures?: boolean) => Promise<Edges>;
  readonly close: () => Promise<void>;
};

/** Runs the whole pipeline: raw file, release job, warehouse, edges. */
export async function openAttacked(): Promise<Attacked> {
  const folder = await mkdtemp(join(tmpdir(), 'mobility-attack-'));
  const leaves = inventTrips();
  await mkdir(join(folder, 'original'));
  const file = await releaseTrips(join(folder, 'original'), leaves);
  const rawFile = join(folder, 'original/raw.duckdb');
  const truth = await readTruth(rawFile, file);
  if (truth.leaves.some(({ y }) => y % truth.rounding !== 0))
    throw new Error('rounding hides something from the attacker');
  const opened: Edges[] = [];
  const open = async (other: string, pictures = false): Promise<Edges> => {
    const edges = await edgesOver(await openWarehouse(other), pictures);
    opened.push(edges);
    return edges;
  };
  return {
    folder,
    leaves,
    rawFile,
    file,
    edges: await open(file),
    truth,
    open,
    close: async () => {
      await Promise.all(opened.map(({ desk }) => desk.warehouse.close()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A planted fault: a copy of a release in which these leaves, or all, stand as they were counted. Returns its file.
 * Leaves of fewer trips than the threshold stay as they are: the warehouse refuses a file that holds such figures.
 */
export async function plantRaw(
  { file, rawFile }: { readonly file: string; readonly rawFile: string },
  where = 'true',
): Promise<string> {
  plantedFiles += 1;
  const planted = `${file}.${plantedFiles}.planted`;
  await copyFile(file, planted);
  await chmod(planted, 0o644);
  await withDuckdb(planted, {}, async (connection) => {
    const key = 'week, origin, destination, mode';
    await connection.run(`ATTACH '${rawFile}' AS counted (READ_ONLY)`);
    await connection.run(
      `CREATE TEMP TABLE raw AS SELECT ${key}, trips FROM counted.trips_weekly WHERE trips >= ${threshold} AND (${where})`,
    );
    await connection.run(`DELETE FROM leaf_weekly WHERE (${key}) IN (SELECT (${key}) FROM raw)`);
    await connection.run(`INSERT INTO leaf_weekly SELECT ${key}, trips, 'exact' FROM raw`);
  });
  return planted;
}

let plantedFiles = 0;
