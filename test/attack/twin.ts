import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawLeaf } from '#test/attack/invent-trips.ts';
import { base, modes, threshold } from '#test/attack/kestria.ts';
import { releaseTrips } from '#test/attack/open-attacked.ts';
import { makeRedraw, type Redraw } from '#test/attack/redraw.ts';
import { pick, seeded } from '#test/attack/seeded.ts';
import { readRows } from '#test/release/read-rows.ts';

/** Another raw data set with the same protected release. `changed`: the hidden leaves in which it differs. */
export type Twin = {
  readonly rawFile: string;
  readonly file: string;
  readonly changed: readonly RawLeaf[];
};

type Trips = readonly RawLeaf[];
type Original = { readonly trips: Trips; readonly rawFile: string; readonly file: string };
/** By number of the leaf: the hidden leaf with other trips. */
type Moves = ReadonlyMap<number, RawLeaf>;

const figures = `SELECT 'leaf' AS kind, week, origin, destination, mode, trips, status FROM leaf_weekly
  UNION ALL SELECT 'bound', NULL, NULL, destination, mode, bound, NULL FROM error_bound
  UNION ALL SELECT 'day', date, NULL, destination, NULL, trips, status FROM daily`;
const movesOfMode = 2;

const readLines = async (file: string): Promise<ReadonlySet<string>> =>
  new Set((await readRows(file, figures)).map((row) => JSON.stringify(row)));

/** Small enough to be sensitive, and below b: neither folding nor capping changes with its trips. */
const isHidden = ({ trips, devices }: RawLeaf): boolean => devices < threshold && trips < base;

const withMoves = (trips: Trips, moves: Moves): Trips =>
  trips.map((leaf, at) => moves.get(at) ?? leaf);

/** Moves a hidden leaf of the mode, that was not moved before, by one trip; it stays hidden and keeps its devices. */
function someMove(trips: Trips, moves: Moves, mode: string, rng: () => number) {
  const hidden = [...trips.entries()].filter(
    ([at, leaf]) => leaf.mode === mode && isHidden(leaf) && !moves.has(at),
  );
  const [at, leaf] = pick(rng, hidden);
  const up = leaf.trips === 1 || (leaf.trips < base - 1 && rng() < 0.5);
  return [at, { ...leaf, trips: leaf.trips + (up ? 1 : -1) }] as const;
}

/** Moves of each mode that together leave all draws as they were. Modes are drawn apart, so that one draw tries a move of each. */
function harmlessMoves(trips: Trips, redraw: Redraw, rng: () => number): Moves {
  const before = redraw(trips);
  let moves: Moves = new Map();
  const open = (): readonly string[] =>
    modes.filter(
      (mode) => [...moves.values()].filter((leaf) => leaf.mode === mode).length < movesOfMode,
    );
  for (let wanted = open(); wanted.length > 0; wanted = open()) {
    const tried = wanted.map((mode) => someMove(trips, moves, mode, rng));
    const after = redraw(withMoves(trips, new Map([...moves, ...tried])));
    const isHarmless = ({ mode }: RawLeaf): boolean => {
      const by = modes.findIndex((one) => one === mode);
      return after[by] === before[by];
    };
    moves = new Map([...moves, ...tried.filter(([, leaf]) => isHarmless(leaf))]);
  }
  return moves;
}

/**
 * Looks for raw data sets that differ from the original in hidden leaves only, in two of each mode, and are released as the very same
 * figures: leaves, days and bounds. Throws where there are fewer than `count`.
 */
export async function findTwins(
  folder: string,
  original: Original,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<readonly Twin[]> {
  await mkdir(folder, { recursive: true });
  const before = await readLines(original.file);
  const redraw = await makeRedraw(original.rawFile, original.file);
  const rng = seeded(seed);
  const twins: Twin[] = [];
  for (let tried = 0; tried < 3 * count; tried += 1) {
    const moves = harmlessMoves(original.trips, redraw, rng);
    const own = await mkdtemp(join(folder, 'twin-'));
    const file = await releaseTrips(own, withMoves(original.trips, moves));
    if (before.symmetricDifference(await readLines(file)).size === 0)
      twins.push({ rawFile: join(own, 'raw.duckdb'), file, changed: [...moves.values()] });
    if (twins.length === count) return twins;
  }
  throw new Error('too few twins found');
}
