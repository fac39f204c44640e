import { z } from 'zod';
import type { Trips } from '#test/attack/statement.ts';

/** A displayed number in the data of an answer. */
export const cellShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('published'), value: z.number() }),
  z.object({ kind: z.literal('suppressed') }),
  z.object({ kind: z.literal('notApplicable') }),
]);

const marks = { suppressed: '[c]', notApplicable: '[z]' } as const;

/** How a cell tells its figure. */
export const tripsOf = (cell: z.infer<typeof cellShape>): Trips =>
  cell.kind === 'published' ? cell.value : marks[cell.kind];

/** The change of a comparison, with its weeks where there are any. */
export const changeShape = z.object({
  kind: z.string(),
  beforeWeeks: z.array(z.string()).optional(),
  afterWeeks: z.array(z.string()).optional(),
  meanBefore: z.number().optional(),
  meanAfter: z.number().optional(),
  percent: z.object({ value: z.number() }).optional(),
  level: cellShape.optional(),
});
