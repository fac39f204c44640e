import { z } from 'zod';
import { anyText, httpsUrl, identifier, plainText, words } from './text-schema.ts';

const option = z.strictObject({
  text: plainText(75),
  value: words(75),
  description: plainText(75).optional(),
});
const richOption = option.extend({ text: anyText(75), description: anyText(75).optional() });
const options = z.array(option).min(1).max(100);

/** What is offered while somebody types: nothing, where nothing is found. */
export const suggested = z.strictObject({
  options: z
    .array(option)
    .max(100)
    .refine((offered) => valuesDiffer(offered), { error: 'options must have different values' }),
});
const groups = z
  .array(z.strictObject({ label: plainText(75), options }))
  .min(1)
  .max(100);

const confirm = z.strictObject({
  title: plainText(100),
  text: plainText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: z.enum(['primary', 'danger']).optional(),
});
const actionable = { action_id: identifier };
const confirmed = { ...actionable, confirm: confirm.optional() };
const focused = { ...confirmed, focus_on_load: z.boolean().optional() };
const menu = { ...focused, placeholder: plainText(150).optional() };
const several = { ...menu, max_selected_items: z.int().min(1).optional() };
const typed = {
  ...actionable,
  focus_on_load: z.boolean().optional(),
  placeholder: plainText(150).optional(),
  dispatch_action_config: z
    .strictObject({
      trigger_actions_on: z
        .array(z.enum(['on_enter_pressed', 'on_character_entered']))
        .min(1)
        .max(2),
    })
    .optional(),
};
const filter = z.strictObject({
  include: z
    .array(z.enum(['im', 'mpim', 'private', 'public']))
    .min(1)
    .optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
});

const isOffered = (chosen: { value: string } | undefined, offered: readonly { value: string }[]) =>
  chosen === undefined || offered.some((each) => JSON.stringify(each) === JSON.stringify(chosen));
const NOT_OFFERED = { error: 'initial options must match the options exactly' };
const valuesDiffer = (offered: readonly { value: string }[]): boolean =>
  new Set(offered.map(({ value }) => value)).size === offered.length;
const SAME_VALUE = { error: 'options must have different values' };

/** A menu of fixed options: `options` or `option_groups`, one of the two. */
const fixed = z
  .strictObject({
    ...menu,
    type: z.literal('static_select'),
    options: options.optional(),
    option_groups: groups.optional(),
    initial_option: option.optional(),
  })
  .refine((each) => (each.options === undefined) !== (each.option_groups === undefined), {
    error: 'must have options or option_groups, not both',
  })
  .refine((each) => isOffered(each.initial_option, offeredIn(each)), NOT_OFFERED)
  .refine((each) => valuesDiffer(offeredIn(each)), SAME_VALUE);

/** A menu whose options the bot is asked for while somebody types. `min_query_length`: how much must be typed; 3 unless given. */
const external = z.strictObject({
  ...menu,
  type: z.literal('external_select'),
  min_query_length: z.int().min(0).optional(),
  initial_option: option.optional(),
});

const fixedSeveral = z
  .strictObject({
    ...several,
    type: z.literal('multi_static_select'),
    options: options.optional(),
    option_groups: groups.optional(),
    initial_options: z.array(option).min(1).optional(),
  })
  .refine((each) => (each.options === undefined) !== (each.option_groups === undefined), {
    error: 'must have options or option_groups, not both',
  })
  .refine(
    (each) => (each.initial_options ?? []).every((one) => isOffered(one, offeredIn(each))),
    NOT_OFFERED,
  )
  .refine((each) => valuesDiffer(offeredIn(each)), SAME_VALUE);

function offeredIn(each: {
  options?: readonly z.infer<typeof option>[] | undefined;
  option_groups?: readonly { options: readonly z.infer<typeof option>[] }[] | undefined;
}): readonly z.infer<typeof option>[] {
  return each.options ?? (each.option_groups ?? []).flatMap((group) => group.options);
}

const button = z.strictObject({
  ...confirmed,
  type: z.literal('button'),
  text: plainText(75),
  value: words(2000).optional(),
  url: httpsUrl.optional(),
  style: z.enum(['primary', 'danger']).optional(),
  accessibility_label: words(75).optional(),
});

const overflow = z.strictObject({
  ...confirmed,
  type: z.literal('overflow'),
  options: z
    .array(option.extend({ url: httpsUrl.optional() }))
    .min(2)
    .max(5)
    .refine(valuesDiffer, SAME_VALUE),
});

const ticked = z.array(richOption).min(1).max(10).refine(valuesDiffer, SAME_VALUE);
const checkboxes = z
  .strictObject({
    ...focused,
    type: z.literal('checkboxes'),
    options: ticked,
    initial_options: z.array(richOption).min(1).optional(),
  })
  .refine(
    (each) => (each.initial_options ?? []).every((one) => isOffered(one, each.options)),
    NOT_OFFERED,
  );
const radio = z
  .strictObject({
    ...focused,
    type: z.literal('radio_buttons'),
    options: ticked,
    initial_option: richOption.optional(),
  })
  .refine((each) => isOffered(each.initial_option, each.options), NOT_OFFERED);

const people = [
  z.strictObject({
    ...menu,
    type: z.literal('users_select'),
    initial_user: words(20).optional(),
  }),
  z.strictObject({
    ...several,
    type: z.literal('multi_users_select'),
    initial_users: z.array(words(20)).min(1).optional(),
  }),
] as const;

const conversations = [
  z.strictObject({
    ...menu,
    type: z.literal('conversations_select'),
    initial_conversation: words(20).optional(),
    default_to_current_conversation: z.boolean().optional(),
    response_url_enabled: z.boolean().optional(),
    filter: filter.optional(),
  }),
  z.strictObject({
    ...several,
    type: z.literal('multi_conversations_select'),
    initial_conversations: z.array(words(20)).min(1).optional(),
    default_to_current_conversation: z.boolean().optional(),
    filter: filter.optional(),
  }),
  z.strictObject({
    ...menu,
    type: z.literal('channels_select'),
    initial_channel: words(20).optional(),
    response_url_enabled: z.boolean().optional(),
  }),
  z.strictObject({
    ...several,
    type: z.literal('multi_channels_select'),
    initial_channels: z.array(words(20)).min(1).optional(),
  }),
] as const;

const moments = [
  z.strictObject({
    ...menu,
    type: z.literal('datepicker'),
    initial_date: z.iso.date().optional(),
  }),
  z.strictObject({
    ...menu,
    type: z.literal('timepicker'),
    initial_time: z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u, { error: 'must be HH:mm' })
      .optional(),
    timezone: words(100).optional(),
  }),
] as const;

const length = z.int().min(0).max(3000).optional();
const fields = [
  z.strictObject({
    ...typed,
    type: z.literal('plain_text_input'),
    initial_value: z.string().min(1).max(3000).optional(),
    multiline: z.boolean().optional(),
    min_length: length,
    max_length: length,
  }),
  z.strictObject({
    ...typed,
    type: z.literal('number_input'),
    is_decimal_allowed: z.boolean(),
    initial_value: words(100).optional(),
    min_value: words(100).optional(),
    max_value: words(100).optional(),
  }),
  z.strictObject({
    ...typed,
    type: z.literal('email_text_input'),
    initial_value: words(3000).optional(),
  }),
  z.strictObject({
    ...typed,
    type: z.literal('url_text_input'),
    initial_value: words(3000).optional(),
  }),
] as const;

const choices = [
  fixed,
  fixedSeveral,
  external,
  checkboxes,
  radio,
  ...people,
  ...conversations,
  ...moments,
] as const;

/** What an actions block may hold. */
export const actionElement = z.discriminatedUnion('type', [button, overflow, ...choices]);

/** What an input block may hold. */
export const inputElement = z.discriminatedUnion('type', [...choices, ...fields]);
