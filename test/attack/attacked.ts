import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Edges } from '#src/answer.ts';
import { inventTrips, type RawLeaf } from '#test/attack/invent-trips.ts';
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
  if ([...truth.leaves, ...truth.days].some(({ y }) => y % truth.rounding !== 0))
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
