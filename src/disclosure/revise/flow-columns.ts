import type { ContributionColumns, RawCube } from '#src/disclosure/cube.ts';
import type { Contributions } from '#src/disclosure/is-dominated.ts';
import type { PastFlows, StandingLeaves } from './baseline.ts';

/** One raw flow, or one leaf before it is judged. `contributions`: where the source knows them. */
export type FlowRow = {
  readonly week: number;
  readonly origin: number;
  readonly destination: number;
  readonly mode: number;
  readonly trips: number;
  readonly devices: number;
  readonly contributions?: Contributions | undefined;
};

/** Where some rows have no contributions, they have NaN. */
export function flowColumns(rows: readonly FlowRow[]): RawCube['leaves'] {
  return {
    week: Uint16Array.from(rows, ({ week }) => week),
    origin: Uint16Array.from(rows, ({ origin }) => origin),
    destination: Uint16Array.from(rows, ({ destination }) => destination),
    mode: Uint8Array.from(rows, ({ mode }) => mode),
    trips: Float64Array.from(rows, ({ trips }) => trips),
    devices: Float64Array.from(rows, ({ devices }) => devices),
    ...(rows.some(({ contributions }) => contributions !== undefined) && {
      contributions: {
        largest: Float64Array.from(rows, (row) => row.contributions?.largest ?? Number.NaN),
        second: Float64Array.from(rows, (row) => row.contributions?.second ?? Number.NaN),
      },
    }),
  };
}

/** One standing leaf. */
export type StandingRow = FlowRow & {
  readonly published: number;
  readonly sensitive: boolean;
  readonly padded: boolean;
  readonly drawn: boolean;
};

export function standingColumns(rows: readonly StandingRow[]): StandingLeaves {
  return {
    ...flowColumns(rows),
    published: Float64Array.from(rows, ({ published }) => published),
    sensitive: Uint8Array.from(rows, ({ sensitive }) => Number(sensitive)),
    padded: Uint8Array.from(rows, ({ padded }) => Number(padded)),
    drawn: Uint8Array.from(rows, ({ drawn }) => Number(drawn)),
  };
}

type Keep = (row: number) => boolean;
type Column = Uint8Array | Uint16Array | Float64Array;

/** The rows that `keep` wants. */
export function filterFlows(flows: RawCube['leaves'], keep: Keep): RawCube['leaves'] {
  const wanted = (_: number, row: number): boolean => keep(row);
  return {
    week: flows.week.filter(wanted),
    origin: flows.origin.filter(wanted),
    destination: flows.destination.filter(wanted),
    mode: flows.mode.filter(wanted),
    trips: flows.trips.filter(wanted),
    devices: flows.devices.filter(wanted),
    ...(flows.contributions && {
      contributions: {
        largest: flows.contributions.largest.filter(wanted),
        second: flows.contributions.second.filter(wanted),
      },
    }),
  };
}

export function filterStanding(leaves: StandingLeaves, keep: Keep): StandingLeaves {
  const wanted = (_: number, row: number): boolean => keep(row);
  return {
    ...filterFlows(leaves, keep),
    published: leaves.published.filter(wanted),
    sensitive: leaves.sensitive.filter(wanted),
    padded: leaves.padded.filter(wanted),
    drawn: leaves.drawn.filter(wanted),
  };
}

/** One after the other. */
export function joinFlows(a: RawCube['leaves'], b: RawCube['leaves']): RawCube['leaves'] {
  return {
    week: join(a.week, b.week, new Uint16Array(a.week.length + b.week.length)),
    origin: join(a.origin, b.origin, new Uint16Array(a.week.length + b.week.length)),
    destination: join(a.destination, b.destination, new Uint16Array(a.week.length + b.week.length)),
    mode: join(a.mode, b.mode, new Uint8Array(a.week.length + b.week.length)),
    trips: join(a.trips, b.trips, new Float64Array(a.week.length + b.week.length)),
    devices: join(a.devices, b.devices, new Float64Array(a.week.length + b.week.length)),
    ...((a.contributions ?? b.contributions) && { contributions: joinContributions(a, b) }),
  };
}

function joinContributions(a: RawCube['leaves'], b: RawCube['leaves']): ContributionColumns {
  const length = a.week.length + b.week.length;
  const joinBy = (name: keyof ContributionColumns): Float64Array =>
    join(knownOf(a, name), knownOf(b, name), new Float64Array(length));
  return { largest: joinBy('largest'), second: joinBy('second') };
}

const knownOf = (
  { contributions, week }: RawCube['leaves'],
  name: keyof ContributionColumns,
): Float64Array => contributions?.[name] ?? new Float64Array(week.length).fill(Number.NaN);

export function joinStanding(a: StandingLeaves, b: StandingLeaves): StandingLeaves {
  const length = a.week.length + b.week.length;
  return {
    ...joinFlows(a, b),
    published: join(a.published, b.published, new Float64Array(length)),
    sensitive: join(a.sensitive, b.sensitive, new Uint8Array(length)),
    padded: join(a.padded, b.padded, new Uint8Array(length)),
    drawn: join(a.drawn, b.drawn, new Uint8Array(length)),
  };
}

export function joinPast(a: PastFlows, b: PastFlows): PastFlows {
  const version = new Uint16Array(a.week.length + b.week.length);
  return { ...joinFlows(a, b), version: join(a.version, b.version, version) };
}

function join<C extends Column>(a: C, b: C, joined: C): C {
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
