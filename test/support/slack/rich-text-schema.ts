import { z } from 'zod';
import { identifier } from './text-schema.ts';

const style = z
  .strictObject({
    bold: z.boolean().optional(),
    italic: z.boolean().optional(),
    strike: z.boolean().optional(),
    code: z.boolean().optional(),
  })
  .optional();
const id = z.string().regex(/^[A-Z0-9]+$/u, { error: 'must be an id' });
const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), style }),
  z.strictObject({
    type: z.literal('link'),
    url: z.string().regex(/^(?:https?:\/\/|mailto:)\S+$/u, { error: 'must be a valid url' }),
    text: z.string().min(1).optional(),
    style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: id, style }),
  z.strictObject({ type: z.literal('channel'), channel_id: id, style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: id, style }),
  z.strictObject({ type: z.literal('emoji'), name: z.string().min(1) }),
]);
const inlines = z.array(inline).min(1);
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: inlines });

/** Rich text. `broadcast` is no part of it here: nothing may call everybody. */
export const richTextBlock = z.strictObject({
  type: z.literal('rich_text'),
  block_id: identifier.optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section).min(1),
          indent: z.int().min(0).max(8).optional(),
          border: z.int().min(0).max(1).optional(),
        }),
        z.strictObject({
          type: z.literal('rich_text_quote'),
          elements: inlines,
          border: z.int().min(0).max(1).optional(),
        }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: inlines,
          border: z.int().min(0).max(1).optional(),
        }),
      ]),
    )
    .min(1),
});
