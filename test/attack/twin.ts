import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { RawLeaf } from '#test/attack/invent-trips.ts';
import { base, modes, threshold } from '#test/attack/kestria.ts';
import { releaseTrips } from '#test/attack/open-attacked.ts';
import { pick, seeded } from '#test/attack/seeded.ts';
import { readRows } from '#test/release/read-rows.ts';

/** Another raw data set with the same protected release. `changed`: the hidden leaves in which it differs. */
export type Twin = {
  readonly rawFile: string;
  readonly file: string;
  readonly changed: readonly RawLeaf[];
};

type Trips = readonly RawLeaf[];
type Original = { readonly trips: Trips; readonly file: string };
/** A hidden leaf, by its number, with other trips. */
type Move = { readonly at: number; readonly leaf: RawLeaf };

const drawn = `SELECT mode, 'leaf' AS kind, week, origin, destination, trips, status FROM leaf_weekly
  UNION ALL SELECT mode, 'bound', NULL, NULL, destination, bound, NULL FROM error_bound`;
const figures = `${drawn} UNION ALL SELECT '', 'day', date, NULL, destination, trips, status FROM daily`;
const ofMode = z.object({ mode: z.string() });

const readLines = async (file: string, sql: string): Promise<ReadonlySet<string>> =>
  new Set((await readRows(file, sql)).map((row) => JSON.stringify(row)));

/** Small enough to be sensitive, and below b: neither folding nor capping changes with its trips. */
const isHidden = ({ trips, devices }: RawLeaf): boolean => devices < threshold && trips < base;

/** Moves a hidden leaf of the mode by one trip; it stays hidden and keeps its devices. */
function someMove(trips: Trips, mode: string, rng: () => number): Move {
  const hidden = [...trips.entries()].filter(([, leaf]) => leaf.mode === mode && isHidden(leaf));
  const [at, leaf] = pick(rng, hidden);
  const up = leaf.trips === 1 || (leaf.trips < base - 1 && rng() < 0.5);
  return { at, leaf: { ...leaf, trips: leaf.trips + (up ? 1 : -1) } };
}

async function releaseMoved(folder: string, { trips }: Original, moves: readonly Move[]) {
  const own = await mkdtemp(join(folder, 'twin-'));
  const moved = new Map(moves.map(({ at, leaf }) => [at, leaf]));
  const file = await releaseTrips(
    own,
    trips.map((leaf, at) => moved.get(at) ?? leaf),
  );
  return { rawFile: join(own, 'raw.duckdb'), file };
}

/** Moves of each mode that leave its draw as it was, enough for `wanted` choices; modes are drawn apart, so that one release tries a move of each. */
async function harmlessMoves(
  folder: string,
  original: Original,
  wanted: number,
  rng: () => number,
): Promise<readonly (readonly Move[])[]> {
  const before = await readLines(original.file, drawn);
  const found = modes.map((): Move[] => []);
  while (choices(found).length < wanted) {
    const tried = modes.map((mode) => someMove(original.trips, mode, rng));
    const { file } = await releaseMoved(folder, original, tried);
    const differing = before.symmetricDifference(await readLines(file, drawn));
    const redrawn = new Set([...differing].map((line) => ofMode.parse(JSON.parse(line)).mode));
    tried
      .filter(({ leaf }) => !redrawn.has(leaf.mode))
      .forEach((move) => found[modes.findIndex((mode) => mode === move.leaf.mode)]?.push(move));
  }
  return found;
}

/** Every choice of one move of each mode. */
function choices(moves: readonly (readonly Move[])[]): readonly (readonly Move[])[] {
  return moves.reduce<readonly (readonly Move[])[]>(
    (chosen, ofOne) => chosen.flatMap((some) => ofOne.map((move) => some.concat(move))),
    [[]],
  );
}

/**
 * Looks for raw data sets that differ from the original in hidden leaves only, in one of each mode, and are released as the very same
 * figures: leaves, days and bounds. Throws where there are fewer than `count`.
 */
export async function findTwins(
  folder: string,
  original: Original,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<readonly Twin[]> {
  await mkdir(folder, { recursive: true });
  const before = await readLines(original.file, figures);
  const moves = await harmlessMoves(folder, original, 1.5 * count, seeded(seed));
  const twins: Twin[] = [];
  for (const chosen of choices(moves)) {
    const twin = await releaseMoved(folder, original, chosen);
    if (before.symmetricDifference(await readLines(twin.file, figures)).size === 0)
      twins.push({ ...twin, changed: chosen.map(({ leaf }) => leaf) });
    if (twins.length === count) return twins;
  }
  throw new Error('too few twins found');
}
