import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queries } from '#queries/index.ts';
import type { Edges } from '#src/answer.ts';
import { makeRenderer } from '#src/edges/render/make-renderer.ts';
import { makeDuckdbWarehouse } from '#src/edges/warehouse/make-duckdb-warehouse.ts';
import { readVocabulary } from '#src/read-vocabulary.ts';
import { makeTinyRelease, type TinyOptions } from '#test/support/make-tiny-release.ts';
import { settings } from '#test/support/trend-input.ts';

const project = join(import.meta.dirname, '../..');

/** Real edges over a tiny release, and the faults they reported. `close` removes everything. */
export async function makeTinyEdges(
  options: TinyOptions = {},
): Promise<{ edges: Edges; faults: unknown[]; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'mobility-tiny-'));
  const { file } = await makeTinyRelease(folder, options);
  const warehouse = await makeDuckdbWarehouse({
    file,
    queries,
    sqlFolder: join(project, 'queries'),
  });
  const deadlineMs = 20_000;
  const faults: unknown[] = [];
  return {
    edges: {
      desk: {
        warehouse,
        vocabulary: await readVocabulary(warehouse, { deadlineMs }),
        settings,
        deadlineMs,
      },
      render: makeRenderer({ fontsFolder: join(project, 'assets/fonts') }),
      report: (fault) => {
        faults.push(fault);
        return '7F3A';
      },
    },
    faults,
    close: async () => {
      await warehouse.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
