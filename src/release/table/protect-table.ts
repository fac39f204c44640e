import { createHash } from 'node:crypto';
import { keyId, makeKeyedStream } from '#src/edges/keyed-stream.ts';
import { withDuckdb } from '../duckdb-file.ts';
import { checkPlaces } from './check-places.ts';
import { drawTable } from './draw-table.ts';
import { makeGrid, type Grid } from './grid.ts';
import { judgeTable, type JudgedTable } from './judge-table.ts';
import { protectedRows, type PublishedTable } from './protected-rows.ts';
import { publicReport } from './public-report.ts';
import { readCells } from './read-cells.ts';
import type { ProtectOptions } from './read-protect-arguments.ts';
import { sayProtected } from './say-protected.ts';
import { sumMargins } from './sum-margins.ts';
import { readTableKey } from './table-key.ts';
import { writeTogether } from './write-together.ts';

/** Protects one table and writes it with its report. Returns lines for the operator alone. Throws `Rejection`, `ReleaseFault`, `StoreFault`. */
export async function protectTable(options: ProtectOptions): Promise<readonly string[]> {
  const { source, keyFile, out, report } = options;
  checkPlaces([source.file, keyFile, ...source.parents.map(({ file }) => file)], [out, report]);
  const key = await readTableKey(keyFile);
  const cells = await withDuckdb(':memory:', { threads: '2' }, (connection) =>
    readCells(connection, source, options.devices),
  );
  const grid = makeGrid(cells.axes);
  const judged = judgeTable(grid, cells, options);
  const published = publish(grid, judged, options, key);
  await writeBoth(published, options, keyId(key));
  return sayProtected(published, judged, withMargins(grid, judged.raw));
}

function publish(
  grid: Grid,
  judged: JudgedTable,
  { source, base }: ProtectOptions,
  key: Uint8Array,
): PublishedTable {
  const name = [...source.keys, source.value].join();
  const drawn = drawTable(grid, judged, { stream: makeKeyedStream(key), name, base });
  const exact = judged.raw.map((value, cell) =>
    value > 0 && judged.sensitive[cell] === 0 ? 1 : 0,
  );
  return { grid, values: withMargins(grid, drawn), exact: Uint8Array.from(exact) };
}

function withMargins(grid: Grid, cells: Float64Array): Float64Array {
  const values = Float64Array.from(cells);
  sumMargins(grid, values);
  return values;
}

/** The report comes second, when the digest of the table is known. */
async function writeBoth(
  published: PublishedTable,
  options: ProtectOptions,
  id: string,
): Promise<void> {
  const digest = createHash('sha256');
  await writeTogether([
    {
      file: options.out,
      *pieces() {
        for (const piece of protectedRows(published)) {
          digest.update(piece);
          yield piece;
        }
      },
    },
    {
      file: options.report,
      *pieces() {
        const said = publicReport(published, options, { keyId: id, digest: digest.digest('hex') });
        yield `${JSON.stringify(said, undefined, 2)}\n`;
      },
    },
  ]);
}
