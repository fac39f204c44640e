import { z } from 'zod';
import type { RawCube } from '#src/disclosure/cube.ts';
import { protect } from '#src/disclosure/protect.ts';
import { makeKeyedStream } from '#src/edges/keyed-stream.ts';
import { cubeAreasOf } from '#src/release/cube-areas.ts';
import { withDuckdb } from '#src/release/duckdb-file.ts';
import { readRawWords } from '#src/release/raw-words.ts';
import { attackedPolicy } from '#test/attack/attacked-policy.ts';
import type { RawLeaf } from '#test/attack/invent-trips.ts';
import { modes, weeks } from '#test/attack/kestria.ts';
import { drawKey } from '#test/attack/open-attacked.ts';
import { readRows } from '#test/release/read-rows.ts';

/** Draws trips as the release job would, in memory and without days. By mode: all leaves and bounds, as text. */
export type Redraw = (leaves: readonly RawLeaf[]) => readonly string[];

/** The draw of one release, to be made again with other trips: same key, policy and release id. */
export async function makeRedraw(rawFile: string, releaseFile: string): Promise<Redraw> {
  const words = await withDuckdb(rawFile, { access_mode: 'READ_ONLY' }, readRawWords);
  const [release] = await readRows(releaseFile, 'SELECT release_id FROM release');
  const releaseId = z.string().parse(release?.['release_id']);
  const options = { stream: makeKeyedStream(drawKey), releaseId, series: words.dataset.name };
  const areas = cubeAreasOf(words.areas);
  return (leaves) => {
    const { cube } = protect(
      { areas, weeks, modes, leaves: columnsOf(leaves, areas) },
      attackedPolicy,
      options,
    );
    return modes.map((_, mode) => {
      const rows = [...cube.leaves.mode.keys()].filter((row) => cube.leaves.mode[row] === mode);
      const { week, origin, destination, trips, sensitive } = cube.leaves;
      const shown = [week, origin, destination, trips, sensitive].map((column) =>
        rows.map((row) => column[row]),
      );
      const bound = [...cube.bound].filter((_, column) => column % modes.length === mode);
      return JSON.stringify([shown, bound]);
    });
  };
}

function columnsOf(leaves: readonly RawLeaf[], { codes }: RawCube['areas']): RawCube['leaves'] {
  const areaOf = new Map(codes.map((code, area) => [code, area]));
  const weekOf = new Map(weeks.map((week, at) => [week, at]));
  return {
    week: Uint16Array.from(leaves, ({ week }) => weekOf.get(week) ?? 0),
    origin: Uint16Array.from(leaves, ({ origin }) => areaOf.get(origin) ?? 0),
    destination: Uint16Array.from(leaves, ({ destination }) => areaOf.get(destination) ?? 0),
    mode: Uint8Array.from(leaves, (leaf) => modes.findIndex((mode) => mode === leaf.mode)),
    trips: Float64Array.from(leaves, ({ trips }) => trips),
    devices: Float64Array.from(leaves, ({ devices }) => devices),
  };
}
