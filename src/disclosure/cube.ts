import type { Protected } from '#src/disclosure/protected.ts';

/** The geography of a cube, by index. `parent[i]` is −1 at the top; `elsewhere[i]` is the index of the "elsewhere in i" area, or −1 for leaf areas. */
export type CubeAreas = {
  readonly codes: readonly string[];
  readonly parent: Int32Array;
  readonly elsewhere: Int32Array;
};

/** Columns of equal length: one row per leaf that has at least one trip. `week`, `mode`, `origin`, `destination` index `weeks`, `modes`, `areas.codes`. */
type LeafColumns = {
  readonly week: Uint16Array;
  readonly origin: Uint16Array;
  readonly destination: Uint16Array;
  readonly mode: Uint8Array;
  readonly trips: Float64Array;
};

/** By leaf: the trips of the device with the most, and of the one with the second most (0 where there is none), or upper bounds of both. */
export type ContributionColumns = {
  readonly largest: Float64Array;
  readonly second: Float64Array;
};

declare const raw: unique symbol;

/** The raw leaf cube: privileged. `trips` and `devices` are whole numbers; no two rows share a key. `contributions`: where the source knows them. */
export type RawCube = {
  readonly [raw]?: true;
  readonly areas: CubeAreas;
  readonly weeks: readonly string[];
  readonly modes: readonly string[];
  readonly leaves: LeafColumns & {
    readonly devices: Float64Array;
    readonly contributions?: ContributionColumns;
  };
};

/** What protect() publishes. `sensitive[i]` is 1 where the leaf was drawn (its trips are then b). `bound`: E per `destination × modes.length + mode`, in trips; 0 where the column is exact. */
export type ProtectedCube = Protected<{
  readonly areas: CubeAreas;
  readonly weeks: readonly string[];
  readonly modes: readonly string[];
  readonly base: number;
  readonly leaves: LeafColumns & { readonly sensitive: Uint8Array };
  readonly bound: Float64Array;
}>;
