import { z } from 'zod';
import { findBadMarkup } from './find-bad-markup.ts';

/** A string of 1 to `max` characters (UTF-16 units: never more generous than Slack's count), not all blank. */
export const words = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text.trim() !== '', { error: 'must not be blank' });

/** A `plain_text` object. */
export const plainText = (max: number) =>
  z.strictObject({
    type: z.literal('plain_text'),
    text: words(max),
    emoji: z.boolean().optional(),
  });

/** mrkdwn with every `&`, `<` and `>` escaped or part of a reference, and nobody called to the channel at large. */
export const markup = (max: number) =>
  words(max).superRefine((text, context) => {
    for (const message of findBadMarkup(text)) context.addIssue({ code: 'custom', message });
  });

/** A `mrkdwn` object. */
export const mrkdwnText = (max: number) =>
  z.strictObject({
    type: z.literal('mrkdwn'),
    text: markup(max),
    verbatim: z.boolean().optional(),
  });

/** Either text object. */
export const anyText = (max: number) =>
  z.discriminatedUnion('type', [plainText(max), mrkdwnText(max)]);

/** An identifier that the app chooses: `action_id`, `block_id`, `callback_id`. */
export const identifier = z.string().min(1).max(255);

/** An address that Slack will open or fetch. */
export const httpsUrl = z
  .string()
  .max(3000)
  .regex(/^https:\/\/\S+$/u, { error: 'must be a valid https url' });
