import type { FaceName, Faces } from '#test/attack/faces.ts';
import { readStatements, type Statement, type Subject } from '#test/attack/read-statements.ts';
import { solve, type Fact } from '#test/attack/solve.ts';
import { isDrawn, type TrueLeaf, type Truth } from '#test/attack/truth.ts';

/** A figure with what it is of. `faces`: how often each face told it. */
type Told = {
  readonly subject: Subject;
  readonly weeks: readonly string[];
  readonly trips: number | undefined;
};

/** All that any asker was told, pooled. A figure told twice is kept once. */
export type Pool = {
  readonly told: Map<string, Told>;
  readonly faces: Map<FaceName, number>;
  questions: number;
};

/** What the pooled answers give away. Of `recovered` leaves, `differing` have a protected value that is not the raw one. */
export type Attack = {
  readonly recovered: number;
  readonly differing: number;
  readonly checked: number;
  readonly rank: number;
  readonly problems: readonly string[];
};

export const emptyPool = (): Pool => ({ told: new Map(), faces: new Map(), questions: 0 });

/** Adds an answer's figures, of every face. */
export function addToPool(pool: Pool, faces: Faces): void {
  pool.questions += 1;
  const read = readStatements(faces);
  if (read === undefined) return;
  for (const statement of read.statements) addStatement(pool, read.subject, statement);
}

function addStatement({ told, faces }: Pool, subject: Subject, { face, weeks, trips }: Statement) {
  faces.set(face, (faces.get(face) ?? 0) + 1);
  const key = `${subject.place}|${subject.mode ?? ''}|${weeks.join()}|${trips ?? 'c'}`;
  if (!told.has(key)) told.set(key, { subject, weeks, trips });
}

type Leaves = (told: Told) => readonly TrueLeaf[];

/** The leaves that a figure is of, by public knowledge alone: which places lie in which. */
function leavesBehind({ leaves, within }: Truth): Leaves {
  const byWeek = Map.groupBy(leaves, ({ week }) => week);
  const found = new Map<string, readonly TrueLeaf[]>();
  const ofWeek = ({ place, mode }: Subject, week: string) => {
    const key = `${place}|${mode ?? ''}|${week}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const inside = within.get(place) ?? new Set();
    const these = (byWeek.get(week) ?? []).filter(
      (leaf) => inside.has(leaf.destination) && (mode === undefined || leaf.mode === mode),
    );
    found.set(key, these);
    return these;
  };
  return ({ subject, weeks }) => weeks.flatMap((week) => ofWeek(subject, week));
}

const sumOf = (leaves: readonly TrueLeaf[], value: 'x' | 'y'): number =>
  leaves.reduce((sum, leaf) => sum + leaf[value], 0);

const placeOf = ({ subject: { place, mode }, weeks }: Told): string =>
  `${place} by ${mode ?? 'all'}, ${weeks.length === 1 ? 'week' : 'mean of weeks'} ${weeks.join(', ')}`;

/** Every figure must be the rounded sum, or mean, of protected values; a week's is withheld below 2E, and only there. */
function checkTold(told: Told, leaves: readonly TrueLeaf[], truth: Truth): string | undefined {
  const sum = sumOf(leaves, 'y');
  const { rounding } = truth;
  if (told.trips === undefined) {
    return sum < 2 * boundOf(told.subject, truth)
      ? undefined
      : `${placeOf(told)}: withheld, though ${sum} is no less than 2E`;
  }
  if (told.weeks.length === 1 && sum < 2 * boundOf(told.subject, truth))
    return `${placeOf(told)}: said ${told.trips}, though ${sum} is below 2E`;
  const shown = Math.floor(sum / told.weeks.length / rounding + 0.5) * rounding;
  if (told.trips === shown) return undefined;
  const raw = Math.floor(sumOf(leaves, 'x') / told.weeks.length / rounding + 0.5) * rounding;
  return `${placeOf(told)}: said ${told.trips}, protected ${shown}, raw ${raw}`;
}

function boundOf({ place, mode }: Subject, { bounds }: Truth): number {
  return bounds
    .filter((one) => one.destination === place && (mode === undefined || one.mode === mode))
    .reduce((sum, { bound }) => sum + bound, 0);
}

/** An insider who knows every leaf that is not sensitive takes it off the sum. */
function factOf(trips: number, leaves: readonly TrueLeaf[]): Fact {
  const known = leaves.filter((leaf) => leaf.known);
  return {
    unknowns: leaves.filter((leaf) => !leaf.known).map(({ name }) => name),
    sum: trips - sumOf(known, 'x'),
  };
}

function checkRecovered(leaf: TrueLeaf | undefined, value: number): string | undefined {
  if (leaf === undefined) return 'a leaf that nobody knows was recovered';
  const values = `recovered ${value}, protected ${leaf.y}, raw ${leaf.x}`;
  if (value !== leaf.y) return `${leaf.name}: ${values}`;
  return leaf.sensitive && !isDrawn(value) ? `${leaf.name}: ${values}: not 0 or b` : undefined;
}

/**
 * The pooled attack: elimination over all figures by an insider who knows all that is not sensitive.
 * `problems`: every figure, and every leaf recovered, that is not what was released, or that may not be released.
 */
export function attackPool({ told }: Pool, truth: Truth): Attack {
  const behind = leavesBehind(truth);
  const byName = new Map(truth.leaves.map((leaf) => [leaf.name, leaf]));
  const all = [...told.values()];
  const problems = all.map((one) => checkTold(one, behind(one), truth));
  const single = all.flatMap(({ trips, ...one }) =>
    one.weeks.length === 1 && trips !== undefined
      ? [{ week: one.weeks[0], fact: factOf(trips, behind({ ...one, trips })) }]
      : [],
  );
  const solved = [...Map.groupBy(single, ({ week }) => week).values()].map((facts) =>
    solve(facts.map(({ fact }) => fact)),
  );
  const recovered = solved.flatMap((one) => [...one.recovered]);
  const wrong = recovered.map(([name, value]) => checkRecovered(byName.get(name), value));
  const against = solved.filter(({ contradictions }) => contradictions > 0);
  const differs = ([name]: readonly [string, number]) =>
    byName.get(name)?.x !== byName.get(name)?.y;
  return {
    recovered: recovered.length,
    differing: recovered.filter(differs).length,
    checked: all.length,
    rank: solved.reduce((sum, { rank }) => sum + rank, 0),
    problems: [
      ...problems,
      ...wrong,
      ...against.map(({ contradictions }) => `${contradictions} figures contradict the others`),
    ].filter((problem) => problem !== undefined),
  };
}
