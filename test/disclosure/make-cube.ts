import type { CubeAreas, RawCube } from '#src/disclosure/cube.ts';

/** One raw leaf, by names. `week` counts from 0; `mode` is `car` unless said. `top`: trips of the largest and of the second largest device; given in all rows or in none. */
export type Row = {
  readonly week: number;
  readonly from: string;
  readonly to: string;
  readonly mode?: string;
  readonly trips: number;
  readonly devices: number;
  readonly top?: readonly [largest: number, second: number];
};

/** A geography from each area's parent; areas that are a parent get an "elsewhere" area, unless `bare` names them. */
export function makeAreas(
  parents: Readonly<Record<string, string | undefined>>,
  bare: readonly string[] = [],
): CubeAreas {
  const names = Object.keys(parents);
  const rests = names.filter(
    (name) => Object.values(parents).includes(name) && !bare.includes(name),
  );
  const codes = [...names, ...rests.map((name) => `elsewhere:${name}`)];
  return {
    codes,
    parent: Int32Array.from(codes, (code) => codes.indexOf(parentOf(code, parents) ?? '')),
    elsewhere: Int32Array.from(codes, (code) => codes.indexOf(`elsewhere:${code}`)),
  };
}

function parentOf(code: string, parents: Readonly<Record<string, string | undefined>>) {
  return code.startsWith('elsewhere:') ? code.slice('elsewhere:'.length) : parents[code];
}

/** A raw cube of `weeks` weeks from rows. */
export function makeCube(areas: CubeAreas, weeks: number, rows: readonly Row[]): RawCube {
  const modes = ['car', 'rail'];
  const indexOf = (code: string) => {
    const index = areas.codes.indexOf(code);
    if (index < 0) throw new Error(`no area ${code}`);
    return index;
  };
  return {
    areas,
    weeks: Array.from({ length: weeks }, (_, week) => `week ${week}`),
    modes,
    leaves: {
      week: Uint16Array.from(rows, ({ week }) => week),
      origin: Uint16Array.from(rows, ({ from }) => indexOf(from)),
      destination: Uint16Array.from(rows, ({ to }) => indexOf(to)),
      mode: Uint8Array.from(rows, ({ mode }) => modes.indexOf(mode ?? 'car')),
      trips: Float64Array.from(rows, ({ trips }) => trips),
      devices: Float64Array.from(rows, ({ devices }) => devices),
      ...(rows.some(({ top }) => top !== undefined) && {
        contributions: {
          largest: Float64Array.from(rows, ({ top }) => top?.[0] ?? Number.NaN),
          second: Float64Array.from(rows, ({ top }) => top?.[1] ?? Number.NaN),
        },
      }),
    },
  };
}

/** Columns of leaves, raw or protected, as rows by names: `week from>to mode`: trips. */
export function leavesByName(cube: {
  readonly areas: CubeAreas;
  readonly modes: readonly string[];
  readonly leaves: Pick<RawCube['leaves'], 'week' | 'origin' | 'destination' | 'mode' | 'trips'>;
}): Readonly<Record<string, number>> {
  const { week, origin, destination, mode, trips } = cube.leaves;
  const code = (area: number | undefined) => cube.areas.codes[area ?? -1];
  return Object.fromEntries(
    [...trips].map((value, row) => [
      `${week[row]} ${code(origin[row])}>${code(destination[row])} ${cube.modes[mode[row] ?? -1]}`,
      value,
    ]),
  );
}
