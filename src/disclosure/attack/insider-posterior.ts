import { insiderBound } from '#src/disclosure/attack/insider-bound.ts';

/** Protects a block anew: its leaves' raw values under test key `key` (a whole number) give its published values, leaf by leaf. */
export type Redraw = (values: Float64Array, key: number) => ArrayLike<number>;

/**
 * `values`: the raw values of the block's leaves; the target's own is replaced by each hypothesis. `lines`: sets of leaves,
 * each with the target in it, whose y-sum is held within b (its row, its column); `groups`: further such sets without
 * that promise (its regions). `keys`: how many keys are tried for each hypothesis.
 */
export type InsiderQuestion = {
  readonly values: Float64Array;
  readonly target: number;
  readonly base: number;
  readonly lines: readonly ArrayLike<number>[];
  readonly groups?: readonly ArrayLike<number>[];
  readonly keys: number;
  readonly hypotheses?: readonly number[];
};

/** One thing the insider may see, most likely first. `label` names it: y-values, or sums of y, in order. `likelihood` and `posterior` are by hypothesis, the latter under equal priors. */
type InsiderOutcome = {
  readonly label: string;
  readonly likelihood: Float64Array;
  readonly posterior: Float64Array;
  readonly probability: number;
};

/**
 * What one kind of view tells. `vulnerability`: the chance to guess the target right after it (Bayes vulnerability: Alvim and
 * others 2020, "The Science of Quantitative Information Flow"), estimated a little high; `allowance`: 99.9 % sampling error of it.
 * `certain`: the probability of an outcome that only one hypothesis gave; `mostExtreme`: the greatest posterior of any.
 */
type InsiderView = {
  readonly outcomes: readonly InsiderOutcome[];
  readonly vulnerability: number;
  readonly allowance: number;
  readonly certain: number;
  readonly mostExtreme: number;
};

/** How many of the `draws` under a hypothesis came out `high`, as b; a share of `expected`, x ÷ b, should have. */
type HypothesisDraws = {
  readonly draws: number;
  readonly expected: number;
  readonly high: number;
};

/**
 * `prior`: the chance to guess right without seeing anything. `bound`: proved for `ofLines`, the target's y and the y-sums of
 * `lines`. `ofGroups`: these with the groups' y-sums. `ofBlock`: every y of the block, where it has at most 12 leaves.
 */
export type InsiderPosterior = {
  readonly hypotheses: readonly number[];
  readonly prior: number;
  readonly bound: number;
  readonly ofLines: InsiderView;
  readonly ofGroups: InsiderView;
  readonly ofBlock: InsiderView | undefined;
  readonly draws: readonly HypothesisDraws[];
};

const mostLeaves = 12;
const z999 = 3.2905;

/** What somebody learns of one leaf who knows the code and every other raw leaf of the block, found by protecting the block again under many keys with each value the leaf may have. Source: docs/policy.md, paragraphs 5 and 13. */
export function insiderPosterior(question: InsiderQuestion, redraw: Redraw): InsiderPosterior {
  const { base, keys, lines, target, groups = [] } = question;
  const hypotheses = question.hypotheses ?? hypothesesTo(base);
  const seen = { ofLines: new Map(), ofGroups: new Map(), ofBlock: new Map() } satisfies Record<
    string,
    Counts
  >;
  const drawn = new Float64Array(hypotheses.length);
  hypotheses.forEach((x, at) => {
    const values = question.values.with(target, x);
    const count = (counts: Counts, label: string) =>
      countOutcome(counts, label, at, hypotheses.length);
    for (let key = 0; key < keys; key += 1) {
      const published = redraw(values, key);
      const near = [[target], ...lines].map((line) => sumOver(published, line)).join(' ');
      drawn[at] = (drawn[at] ?? 0) + ((published[target] ?? 0) > 0 ? 1 : 0);
      count(seen.ofLines, near);
      count(seen.ofGroups, [near, ...groups.map((group) => sumOver(published, group))].join(' '));
      if (values.length <= mostLeaves) count(seen.ofBlock, Array.from(published).join(' '));
    }
  });
  return {
    hypotheses,
    prior: 1 / hypotheses.length,
    bound: insiderBound({ base, residues: residuesOf(question), hypotheses }),
    ofLines: viewOf(seen.ofLines, keys, hypotheses.length),
    ofGroups: viewOf(seen.ofGroups, keys, hypotheses.length),
    ofBlock: seen.ofBlock.size === 0 ? undefined : viewOf(seen.ofBlock, keys, hypotheses.length),
    draws: hypotheses.map((x, at) => ({
      draws: keys,
      expected: x / base,
      high: drawn[at] ?? 0,
    })),
  };
}

/** 0 to b, or eleven whole numbers from 0 to b where b is above 20. */
function hypothesesTo(base: number): readonly number[] {
  const steps = base > 20 ? 10 : base;
  return Array.from({ length: steps + 1 }, (_, step) => Math.round((step * base) / steps));
}

/** By outcome: how often each hypothesis gave it. */
type Counts = Map<string, Float64Array>;

function countOutcome(counts: Counts, label: string, at: number, hypotheses: number): void {
  const of = counts.get(label) ?? new Float64Array(hypotheses);
  of[at] = (of[at] ?? 0) + 1;
  counts.set(label, of);
}

const sumOver = (values: ArrayLike<number>, leaves: ArrayLike<number>): number =>
  Array.from(leaves).reduce((sum, leaf) => sum + (values[leaf] ?? 0), 0);

const residuesOf = ({ values, target, base, lines }: InsiderQuestion): readonly number[] =>
  lines.map((line) => (sumOver(values, line) - (values[target] ?? 0)) % base);

function viewOf(counts: Counts, keys: number, hypotheses: number): InsiderView {
  const outcomes = [...counts]
    .map(([label, count]) =>
      outcomeOf(
        label,
        count.map((times) => times / keys),
      ),
    )
    .sort((one, other) => other.probability - one.probability);
  const most = outcomes.map(({ likelihood }) => Math.max(...likelihood));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const only = outcomes.filter(
    ({ likelihood }) => likelihood.filter((each) => each > 0).length === 1,
  );
  return {
    outcomes,
    vulnerability: sum(most) / hypotheses,
    allowance: (z999 * sum(most.map((p) => Math.sqrt((p * (1 - p)) / keys)))) / hypotheses,
    certain: sum(only.map(({ probability }) => probability)),
    mostExtreme: Math.max(...outcomes.map(({ posterior }) => Math.max(...posterior))),
  };
}

function outcomeOf(label: string, likelihood: Float64Array): InsiderOutcome {
  const total = likelihood.reduce((sum, each) => sum + each, 0);
  const posterior = likelihood.map((each) => each / total);
  return { label, likelihood, posterior, probability: total / likelihood.length };
}
