import { join } from 'node:path';
import { queries } from '#queries/index.ts';
import type { Edges } from '#src/answer.ts';
import { readConfig } from '#src/edges/config/read-config.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import { makeDuckdbWarehouse } from '#src/edges/warehouse/make-duckdb-warehouse.ts';
import type { Warehouse } from '#src/ports.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { methodSettings } from '#src/statistics/method-settings.ts';
import { attackedPolicy } from '#test/attack/attacked-policy.ts';
import type { RawLeaf } from '#test/attack/invent-trips.ts';
import { rememberRows } from '#test/attack/remember-rows.ts';
import { writeRawFile } from '#test/attack/write-raw-file.ts';
import { releaseInvented } from '#test/release/release-invented.ts';

const project = join(import.meta.dirname, '../..');
const deadlineMs = 20_000;

/** The secret of its draws. */
export const drawKey: Uint8Array = new Uint8Array(32).fill(7);

/** Runs the release job on these trips in `folder` and returns the file of the release. The raw data stay in `folder`/raw.duckdb. */
export async function releaseTrips(folder: string, leaves: readonly RawLeaf[]): Promise<string> {
  await writeRawFile(join(folder, 'raw.duckdb'), leaves);
  const policyText = JSON.stringify(attackedPolicy);
  const changes = { policy: attackedPolicy, policyText, key: drawKey };
  return (await releaseInvented(folder, changes)).file;
}

/** The real warehouse over a release file, asked for the same rows once only. */
export const openWarehouse = async (file: string): Promise<Warehouse> =>
  rememberRows(await makeDuckdbWarehouse({ file, queries, sqlFolder: join(project, 'queries') }));

/** Edges as the terminal makes them. Without `pictures` nothing is drawn. A fault is thrown: none is expected. */
export async function edgesOver(warehouse: Warehouse, pictures = false): Promise<Edges> {
  const config = join(project, 'mobility.config.yml');
  const noPicture = { png: new Uint8Array(), widthPx: 0, heightPx: 0 };
  return {
    desk: {
      warehouse,
      vocabulary: await readVocabulary(warehouse, { deadlineMs }),
      settings: await readConfig(config, 'method', methodSettings),
      deadlineMs,
    },
    render: pictures
      ? makeRenderer({ fontsFolder: join(project, 'assets/fonts') })
      : () => Promise.resolve(noPicture),
    report: (fault) => {
      throw fault;
    },
  };
}
