import { z } from 'zod';
import { actionElement, inputElement } from './element-schema.ts';
import { imageBlock, imageElement } from './picture-schema.ts';
import { richTextBlock } from './rich-text-schema.ts';
import { dataTableBlock, tableBlock } from './table-schema.ts';
import { anyText, identifier, mrkdwnText, plainText, words } from './text-schema.ts';

const named = { block_id: identifier.optional() };

const differ = (elements: readonly { readonly action_id?: string }[]): boolean => {
  const ids = elements.flatMap(({ action_id }) => action_id ?? []);
  return new Set(ids).size === ids.length;
};

const section = z
  .strictObject({
    ...named,
    type: z.literal('section'),
    text: anyText(3000).optional(),
    fields: z.array(anyText(2000)).min(1).max(10).optional(),
    accessory: z.union([actionElement, imageElement]).optional(),
    expand: z.boolean().optional(),
  })
  .refine((block) => block.text !== undefined || block.fields !== undefined, {
    error: 'must have text or fields',
  });

const ordinary = [
  section,
  z.strictObject({ ...named, type: z.literal('header'), text: plainText(150) }),
  z.strictObject({ ...named, type: z.literal('divider') }),
  z.strictObject({
    ...named,
    type: z.literal('context'),
    elements: z
      .array(z.discriminatedUnion('type', [plainText(3000), mrkdwnText(3000), imageElement]))
      .min(1)
      .max(10),
  }),
  z.strictObject({
    ...named,
    type: z.literal('actions'),
    elements: z
      .array(actionElement)
      .min(1)
      .max(25)
      .refine(differ, { error: 'action_ids must differ within a block' }),
  }),
  imageBlock,
  richTextBlock,
] as const;

const container = z
  .strictObject({
    ...named,
    type: z.literal('container'),
    title: plainText(150),
    subtitle: anyText(150).optional(),
    child_blocks: z
      .array(z.discriminatedUnion('type', [...ordinary, tableBlock]))
      .min(1)
      .max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  })
  .refine((block) => block.default_collapsed !== true || block.is_collapsible === true, {
    error: 'default_collapsed needs is_collapsible',
  });

/** A block of a message. Tables and Markdown stand in messages only. */
export const messageBlock = z.discriminatedUnion('type', [
  ...ordinary,
  tableBlock,
  dataTableBlock,
  container,
  z.strictObject({ ...named, type: z.literal('markdown'), text: words(12_000) }),
]);

/** A block of a modal or a Home. Inputs stand in views only. */
export const viewBlock = z.discriminatedUnion('type', [
  ...ordinary,
  z.strictObject({
    ...named,
    type: z.literal('input'),
    label: plainText(2000),
    hint: plainText(2000).optional(),
    optional: z.boolean().optional(),
    dispatch_action: z.boolean().optional(),
    element: inputElement,
  }),
]);
