import { z } from 'zod';

const weeks = z.int().positive();

/** The numbers of the method, as reviewed data: `method:` in mobility.config.yml. Explained in docs/method.md. */
export const methodSettings = z.strictObject({
  beforeWeeks: weeks,
  afterWeeks: weeks,
  lookBackWeeks: weeks,
  historyWeeks: weeks,
  minimumHistory: weeks,
  minimumBefore: weeks,
  minimumAfter: weeks,
  /** Probability outside the likely range. */
  tail: z.number().gt(0).lt(1),
  /** Changes below this many per cent are "similar". */
  smallestClearPercent: z.number().positive(),
  /** Changes below that are "similar" only while both ends of the likely range are within this many per cent of no change. */
  similarWithinPercent: z.number().positive(),
  /** Kinds of events that comparisons never reach across, by the start of their name. */
  barrierKinds: z.array(z.string().min(1)),
  /** Weeks drawn before the date asked about, and in all where none is. */
  drawnWeeksBefore: weeks,
  drawnWeeks: weeks,
});

export type MethodSettings = z.infer<typeof methodSettings>;
