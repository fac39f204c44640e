import { z } from 'zod';
import { messageBlock, viewBlock } from './block-schema.ts';
import { countWords } from './count-words.ts';
import { sayComplaint } from './say-complaint.ts';
import { identifier, markup, plainText } from './text-schema.ts';

const isUnique = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;
const uniqueIds = (blocks: readonly { readonly block_id?: string | undefined }[]): boolean =>
  isUnique(blocks.flatMap(({ block_id }) => block_id ?? []));
const SAME_ID = { error: 'block_ids must differ within a message' };

// Slack's page for tables: 10,000 characters over all cells; its answer to long messages (msg_blocks_too_long) was seen from 11,341.
const messageBlocks = z
  .array(messageBlock)
  .max(50)
  .refine(uniqueIds, SAME_ID)
  .superRefine((blocks, context) => {
    const { inTables, elsewhere } = countWords(blocks);
    const say = (message: string): void => context.addIssue({ code: 'custom', message });
    if (inTables > 10_000) say('the cells of all tables must be less than 10001 characters');
    if (elsewhere > 11_000) say('text outside tables must be less than 11001 characters');
    if (inTables + elsewhere > 16_000) say('all text must be less than 16001 characters');
  });

const viewBlocks = z.array(viewBlock).min(1).max(100).refine(uniqueIds, SAME_ID);

const shared = {
  blocks: viewBlocks,
  private_metadata: z.string().max(3000).optional(),
  callback_id: identifier.optional(),
  external_id: identifier.optional(),
};
const modal = z
  .strictObject({
    ...shared,
    type: z.literal('modal'),
    title: plainText(24),
    submit: plainText(24).optional(),
    close: plainText(24).optional(),
    clear_on_close: z.boolean().optional(),
    notify_on_close: z.boolean().optional(),
  })
  .refine(
    (view) => view.submit !== undefined || view.blocks.every((block) => block.type !== 'input'),
    { error: 'submit is required where there is an input block' },
  );
const home = z.strictObject({ ...shared, type: z.literal('home') });
const view = z
  .discriminatedUnion('type', [modal, home])
  .refine(
    (each) =>
      each.blocks.flatMap((block) =>
        JSON.stringify(block).includes('"focus_on_load":true') ? block : [],
      ).length <= 1,
    { error: 'only one element may have focus_on_load' },
  );

const complaintsOf = (schema: z.ZodType, value: unknown, root = ''): readonly string[] =>
  schema
    .safeParse(value, { reportInput: true })
    .error?.issues.map((issue) => sayComplaint(issue, root)) ?? [];

/** What is wrong with the blocks of a message by themselves; empty where nothing is. */
export function validateBlocks(blocks: unknown): readonly string[] {
  return complaintsOf(messageBlocks, blocks, '/blocks');
}

/** What is wrong with a message; empty where nothing is. Its `text` (1 to 4,000 characters) is required even beside blocks; other fields are not looked at, save that attachments are refused. */
export function validateMessage(message: {
  readonly text?: unknown;
  readonly blocks?: unknown;
  readonly attachments?: unknown;
}): readonly string[] {
  return [
    ...complaintsOf(markup(4000), message.text, '/text'),
    ...(message.blocks === undefined ? [] : validateBlocks(message.blocks)),
    ...(message.attachments === undefined
      ? []
      : ['attachments are not for new messages [json-pointer:/attachments]']),
  ];
}

/** What is wrong with a modal or a Home; empty where nothing is. */
export function validateView(value: unknown): readonly string[] {
  return [
    ...complaintsOf(view, value, '/view'),
    ...((JSON.stringify(value) ?? '').length > 250_000
      ? ['view is too large [json-pointer:/view]']
      : []),
  ];
}
