import type { RawCube } from '#src/disclosure/cube.ts';

/** A flow (or leaf) of one week by areas and mode. */
export type Flow = {
  readonly origin: number;
  readonly destination: number;
  readonly mode: number;
};

/** One number per flow of a cube with `areas` areas. */
export const numberOfFlow = ({ origin, destination, mode }: Flow, areas: number): number =>
  (mode * areas + origin) * areas + destination;

/** The flow of a number. */
export const flowOfNumber = (number: number, areas: number): Flow => ({
  origin: Math.floor(number / areas) % areas,
  destination: number % areas,
  mode: Math.floor(number / (areas * areas)),
});

/** The number of the flow in one row of columns. */
export const numberOfRow = (rows: RawCube['leaves'], row: number, areas: number): number =>
  numberOfFlow(
    {
      origin: rows.origin[row] ?? 0,
      destination: rows.destination[row] ?? 0,
      mode: rows.mode[row] ?? 0,
    },
    areas,
  );
