/** The published weeks of one flow, no gaps: `published` trips and whether each was drawn (1) or is exact (0). */
export type FlowWeeks = {
  readonly published: ArrayLike<number>;
  readonly drawn: ArrayLike<number>;
};

/**
 * The window that tells most of a flow: `first` week, number of `weeks`, `draws` in them, the `estimate` of the trips of a drawn
 * week and its standard `error`. The interval is estimate ± z × error.
 */
export type WeeksAverage = {
  readonly first: number;
  readonly weeks: number;
  readonly draws: number;
  readonly estimate: number;
  readonly error: number;
};

/**
 * What averaging tells of a flow that is the same in all drawn weeks of a window: the mean of its draws, since E[y | x] = x,
 * with the standard error √(x (b − x) ÷ draws). The error is taken at Agresti and Coull's (1998) centre, as if two more
 * draws had come out each way: a window without a single b would else claim to be certain. Every window of at least
 * `leastWeeks` consecutive weeks is tried; undefined where none has a draw. Source: docs/policy.md, paragraph 4.
 */
export function averageOverWeeks(
  flow: FlowWeeks,
  base: number,
  leastWeeks: number,
): WeeksAverage | undefined {
  let best: WeeksAverage | undefined;
  const length = flow.published.length;
  for (let first = 0; first + leastWeeks <= length; first += 1) {
    let draws = 0;
    let high = 0;
    for (let week = first; week < length; week += 1) {
      draws += flow.drawn[week] ?? 0;
      high += flow.drawn[week] === 1 && (flow.published[week] ?? 0) > 0 ? 1 : 0;
      const weeks = week - first + 1;
      if (weeks < leastWeeks || draws === 0) continue;
      const average = {
        first,
        weeks,
        draws,
        estimate: (base * high) / draws,
        error: errorOf(base, high, draws),
      };
      if (best === undefined || average.error < best.error) best = average;
    }
  }
  return best;
}

function errorOf(base: number, high: number, draws: number): number {
  const share = (high + 2) / (draws + 4);
  return base * Math.sqrt((share * (1 - share)) / draws);
}
