import { z } from 'zod';
import { richTextBlock } from './rich-text-schema.ts';
import { identifier, words } from './text-schema.ts';

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: z.string().min(1),
});
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richTextBlock]);
const row = z.array(cell).min(1).max(20);

const isEven = (rows: readonly (readonly unknown[])[]): boolean =>
  rows.every((each) => each.length === rows[0]?.length);
const UNEVEN = { error: 'every row must have the same number of cells' };

/** A table: at most 100 rows of at most 20 cells, all as long as the first. */
export const tableBlock = z.strictObject({
  type: z.literal('table'),
  block_id: identifier.optional(),
  rows: z.array(row).min(1).max(100).refine(isEven, UNEVEN),
  column_settings: z
    .array(
      z.strictObject({
        align: z.enum(['left', 'center', 'right']).optional(),
        is_wrapped: z.boolean().optional(),
      }),
    )
    .max(20)
    .optional(),
});

/** A data table: a header row of `raw_text`, then 1 to 100 rows. */
export const dataTableBlock = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: identifier.optional(),
    caption: words(2000),
    rows: z
      .array(row)
      .min(2)
      .max(101)
      .refine(isEven, UNEVEN)
      .refine((rows) => rows[0]?.every((each) => each.type === 'raw_text') ?? false, {
        error: 'the header row must be raw_text',
      }),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).max(19).optional(),
  })
  .refine((table) => (table.row_header_column_index ?? 0) < (table.rows[0]?.length ?? 0), {
    error: 'row_header_column_index must be a column',
  });
