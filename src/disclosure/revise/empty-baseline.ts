import type { RawCube } from '#src/disclosure/cube.ts';
import type { Baseline } from './baseline.ts';
import { flowColumns } from './flow-columns.ts';

/** What a data set stands on before its first release. */
export function emptyBaseline({ areas, modes, weeks }: RawCube, base: number): Baseline {
  const columns = areas.codes.length * modes.length;
  const none = flowColumns([]);
  return {
    weeks: 0,
    base,
    flows: none,
    past: { ...none, version: new Uint16Array() },
    moves: [],
    leaves: {
      ...none,
      published: new Float64Array(),
      sensitive: new Uint8Array(),
      padded: new Uint8Array(),
      drawn: new Uint8Array(),
    },
    bound: new Float64Array(columns),
    gaps: new Uint8Array(columns),
    turned: new Float64Array(columns * weeks.length),
  };
}
