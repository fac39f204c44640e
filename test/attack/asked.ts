import { z } from 'zod';

const codes = z
  .array(z.object({ code: z.string() }))
  .transform((list) => list.map(({ code }) => code));
const values = z
  .array(z.object({ value: z.string() }))
  .transform((list) => list.map(({ value }) => value));

/** A question as the data of its answer repeat it. Places are codes; none is anywhere, no mode is all. */
export const askedShape = z.discriminatedUnion('command', [
  z.object({ command: z.literal('trend'), origins: codes, destinations: codes, modes: values }),
  z.object({ command: z.literal('compare'), places: codes, modes: values }),
  z.object({
    command: z.literal('flows'),
    way: z.enum(['into', 'outOf', 'between']),
    place: z.object({ code: z.string() }).optional(),
    parts: codes,
    modes: values,
  }),
]);

export type Asked = z.infer<typeof askedShape>;
export type TrendAsked = Extract<Asked, { command: 'trend' }>;
export type FlowsAsked = Extract<Asked, { command: 'flows' }>;
