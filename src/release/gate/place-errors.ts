import type { RawCube } from '#src/disclosure/cube.ts';
import { enclosingAreas } from './enclosing-areas.ts';
import type { GateFigures } from './gate-figures.ts';

type Columns = Pick<RawCube['leaves'], 'week' | 'destination' | 'mode' | 'trips'>;

/** Published less raw trips that end in a place with all in it, at `(destination × modes + mode) × weeks + week`: privileged. */
export function placeErrors({ raw, published }: GateFigures): Float64Array {
  const { areas, modes, weeks } = raw;
  const errors = new Float64Array(areas.codes.length * modes.length * weeks.length);
  const add = ({ week, destination, mode, trips }: Columns, sign: 1 | -1): void =>
    trips.forEach((value, row) => {
      const column = (destination[row] ?? 0) * modes.length + (mode[row] ?? 0);
      const cell = column * weeks.length + (week[row] ?? 0);
      errors[cell] = (errors[cell] ?? 0) + sign * value;
    });
  add(published, 1);
  add(raw.leaves, -1);
  return addUp(errors, raw);
}

/** The errors of all that lies in a place are its own. */
function addUp(own: Float64Array, { areas, modes, weeks }: RawCube): Float64Array {
  const size = modes.length * weeks.length;
  const sums = own.slice();
  enclosingAreas(areas).forEach((chain, area) => {
    for (const place of chain)
      for (let at = 0; at < size; at += 1)
        sums[place * size + at] = (sums[place * size + at] ?? 0) + (own[area * size + at] ?? 0);
  });
  return sums;
}
