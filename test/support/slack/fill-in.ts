import { z } from 'zod';
import { findElements, optionsOf, type Worked } from './find-pressed.ts';

const initial = z.looseObject({
  initial_value: z.string().optional(),
  initial_option: z.unknown().optional(),
  initial_options: z.array(z.unknown()).optional(),
  initial_date: z.string().optional(),
  initial_time: z.string().optional(),
  initial_user: z.string().optional(),
  initial_conversation: z.string().optional(),
  initial_channel: z.string().optional(),
});

/** What a form holds once filled in, by `block_id` and `action_id`: `values` (by `action_id`) over what it began with. Throws on a value for no field, an option not offered, and a required field left empty: the form would not let these by. */
export function fillIn(
  blocks: readonly { readonly type: string; readonly block_id?: string }[],
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  const elements = findElements(blocks).filter(({ type }) => type !== 'button');
  for (const id of Object.keys(values))
    if (!elements.some(({ action_id }) => action_id === id))
      throw new Error(`there is no field ${id} in the form`);
  const required = new Set(
    blocks
      .filter(
        (block) => block.type === 'input' && !('optional' in block && block.optional === true),
      )
      .flatMap((block) => findElements([block]).map(({ action_id }) => action_id)),
  );
  const filled: Record<string, Record<string, unknown>> = {};
  for (const element of elements) {
    const state = stateOf(element, values[element.action_id]);
    if (required.has(element.action_id) && isBlank(state))
      throw new Error(`the field ${element.action_id} must be filled in`);
    filled[element.block_id] = { ...filled[element.block_id], [element.action_id]: state };
  }
  return filled;
}

const isBlank = (state: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(state).every(
    ([key, each]) => key === 'type' || each === null || (Array.isArray(each) && each.length === 0),
  );

function stateOf(element: Worked, value: string | undefined): Readonly<Record<string, unknown>> {
  const { type } = element;
  const began = initial.parse(element);
  switch (type) {
    case 'static_select':
    case 'radio_buttons':
      return {
        type,
        selected_option:
          value === undefined ? (began.initial_option ?? null) : optionOf(element, value),
      };
    case 'multi_static_select':
    case 'checkboxes':
      return {
        type,
        selected_options:
          value === undefined
            ? (began.initial_options ?? [])
            : value
                .split(',')
                .filter((each) => each !== '')
                .map((each) => optionOf(element, each)),
      };
    case 'datepicker':
      return { type, selected_date: value ?? began.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: value ?? began.initial_time ?? null };
    case 'users_select':
      return { type, selected_user: value ?? began.initial_user ?? null };
    case 'conversations_select':
      return { type, selected_conversation: value ?? began.initial_conversation ?? null };
    case 'channels_select':
      return { type, selected_channel: value ?? began.initial_channel ?? null };
    case 'multi_users_select':
      return { type, selected_users: value?.split(',') ?? [] };
    case 'multi_conversations_select':
      return { type, selected_conversations: value?.split(',') ?? [] };
    case 'multi_channels_select':
      return { type, selected_channels: value?.split(',') ?? [] };
    default:
      return { type, value: (value === '' ? null : value) ?? began.initial_value ?? null };
  }
}

function optionOf(element: Worked, value: string): unknown {
  const found = optionsOf(element).find((each) => each.value === value);
  if (found === undefined) throw new Error(`the field ${element.action_id} offers nothing such`);
  return found;
}
