import { rankAttack } from '#src/disclosure/attack/rank-attack.ts';
import { Fault } from '#src/fault.ts';
import { averageFacts, type AveragedUnknown, type Fact } from '#test/attack/average-facts.ts';
import type { FaceName, Faces } from '#test/attack/faces.ts';
import { readStatements, type Statement, type Subject } from '#test/attack/read-statements.ts';
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

/**
 * What the pooled answers give away. Of `recovered` leaves, `differing` have a protected value that is not the raw one; `averaged`: leaves of
 * which two figures that differ in them alone, or more, tell.
 */
export type Attack = {
  readonly recovered: number;
  readonly differing: number;
  readonly averaged: number;
  readonly checked: number;
  readonly problems: readonly string[];
};

export const emptyPool = (): Pool => ({ told: new Map(), faces: new Map(), questions: 0 });

/** Adds the figures, of every face, of an answer that was given so many `times`, byte for byte alike. */
export function addToPool(pool: Pool, faces: Faces, times = 1): void {
  pool.questions += times;
  const read = readStatements(faces);
  if (read === undefined) return;
  for (const statement of read.statements) addStatement(pool, read.subject, statement, times);
}

function addStatement(
  { told, faces }: Pool,
  subject: Subject,
  { face, weeks, trips }: Statement,
  times: number,
) {
  faces.set(face, (faces.get(face) ?? 0) + times);
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

/** Averaging may find no other figure than the protected one, and no spread: then more questions would tell no more. */
function checkAveraged(
  leaf: TrueLeaf | undefined,
  { name, estimate, error, pairs }: AveragedUnknown,
): string | undefined {
  if (estimate === leaf?.y && error === 0) return undefined;
  return `${name}: averaged over ${pairs} pairs ${estimate.toFixed(1)} ± ${error.toFixed(1)}, protected ${leaf?.y}, raw ${leaf?.x}`;
}

type Recovered = ReadonlyMap<string, number>;

/** What linear algebra makes of the facts of a week: the leaves that they determine, or undefined where they contradict each other. */
function recover(facts: readonly Fact[]): Recovered | undefined {
  const names = [...new Set(facts.flatMap(({ unknowns }) => unknowns))];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const answers = facts.map(({ unknowns, sum }) => ({
    cells: unknowns.map((name) => numbers.get(name) ?? 0),
    value: sum,
  }));
  try {
    const { cells, values } = rankAttack(answers, names.length);
    return new Map([...cells].map((cell, at) => [names[cell] ?? '', values[at] ?? NaN]));
  } catch (cause) {
    if (cause instanceof Fault && cause.code === 'attackContradiction') return undefined;
    throw cause;
  }
}

/** By week, what each shown figure says of the leaves that an insider does not know. */
function factsOf(all: readonly Told[], behind: Leaves): readonly (readonly Fact[])[] {
  const single = all.flatMap((one) =>
    one.weeks.length === 1 && one.trips !== undefined
      ? [{ week: one.weeks[0], fact: factOf(one.trips, behind(one)) }]
      : [],
  );
  return [...Map.groupBy(single, ({ week }) => week).values()].map((facts) =>
    facts.map(({ fact }) => fact),
  );
}

/**
 * The pooled attack: elimination over all figures, and averaging over those that differ in one leaf, by an insider who knows all that is not
 * sensitive. `problems`: every figure, and every leaf recovered, that is not what was released, or that may not be released.
 */
export function attackPool({ told }: Pool, truth: Truth): Attack {
  const behind = leavesBehind(truth);
  const byName = new Map(truth.leaves.map((leaf) => [leaf.name, leaf]));
  const all = [...told.values()];
  const facts = factsOf(all, behind);
  const solved = facts.map(recover);
  const recovered = solved.flatMap((found) => [...(found ?? [])]);
  const averaged = facts.flatMap(averageFacts);
  const differs = ([name]: readonly [string, number]) =>
    byName.get(name)?.x !== byName.get(name)?.y;
  return {
    recovered: recovered.length,
    differing: recovered.filter(differs).length,
    averaged: averaged.length,
    checked: all.length,
    problems: [
      ...all.map((one) => checkTold(one, behind(one), truth)),
      ...recovered.map(([name, value]) => checkRecovered(byName.get(name), value)),
      ...averaged.map((one) => checkAveraged(byName.get(one.name), one)),
      ...solved.map((found) => (found ? undefined : 'figures of a week contradict the others')),
    ].filter((problem) => problem !== undefined),
  };
}
