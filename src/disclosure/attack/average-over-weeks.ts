/** The published weeks of one flow, no gaps: `published` (above 0 where a draw came out b) and whether each week was drawn (1) or not (0). */
export type FlowWeeks = {
  readonly published: ArrayLike<number>;
  readonly drawn: ArrayLike<number>;
};

/**
 * The window that tells most of a flow: `first` week, number of `weeks`, `draws` in them, the `estimate` of the trips of a drawn
 * week and its standard `error`. The 95 % interval is estimate ± 2 × error.
 */
export type WeeksAverage = {
  readonly first: number;
  readonly weeks: number;
  readonly draws: number;
  readonly estimate: number;
  readonly error: number;
};

/**
 * What averaging tells of a flow that is the same in all drawn weeks of a window: since E[y | x] = x, the share of b among its
 * draws, by Agresti and Coull (1998): as if two more draws had come out each way, in the share and in the number of draws alike. A window
 * without a single b would else claim to be certain. Every window of consecutive weeks is tried; undefined where no week was drawn.
 * Source: docs/policy.md, paragraphs 4 and 15.
 */
export function averageOverWeeks(
  { published, drawn }: FlowWeeks,
  base: number,
): WeeksAverage | undefined {
  const weeks = Array.from(drawn).flatMap((is, week) => (is === 1 ? [week] : []));
  const high = weeks.map((week) => ((published[week] ?? 0) > 0 ? 1 : 0));
  const closest = closestShare(high);
  if (closest === undefined) return undefined;
  const { first, last, share, variance } = closest;
  const firstWeek = weeks[first] ?? 0;
  return {
    first: firstWeek,
    weeks: (weeks[last] ?? 0) - firstWeek + 1,
    draws: last - first + 1,
    estimate: base * share,
    error: base * Math.sqrt(variance),
  };
}

type Share = {
  readonly first: number;
  readonly last: number;
  readonly share: number;
  readonly variance: number;
};

/** Of all stretches of the draws, the one whose share of 1 is known best. */
function closestShare(high: readonly number[]): Share | undefined {
  let closest: Share | undefined;
  for (const first of high.keys()) {
    let sum = 0;
    for (let last = first; last < high.length; last += 1) {
      sum += high[last] ?? 0;
      const draws = last - first + 5;
      const share = (sum + 2) / draws;
      const variance = (share * (1 - share)) / draws;
      if (closest === undefined || variance < closest.variance)
        closest = { first, last, share, variance };
    }
  }
  return closest;
}
