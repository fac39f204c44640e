import { z } from 'zod';
import type { Filled } from './fake-slack.ts';
import { findElements, optionsOf, type Worked } from './find-pressed.ts';
import type { StoredView } from './world.ts';

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

type Form = Pick<StoredView, 'view' | 'filled' | 'offered'>;
type State = Readonly<Record<string, unknown>>;

/** What a form holds: `values` (by `action_id`; an empty one clears its field) over what was filled in, over what it began with. Throws on a value for no field, and on an option not offered. */
export function fillIn(
  { view, filled, offered }: Form,
  values: Readonly<Record<string, string>>,
): Filled {
  const elements = findElements(view.blocks).filter(({ type }) => type !== 'button');
  for (const id of Object.keys(values))
    if (!elements.some(({ action_id }) => action_id === id))
      throw new Error(`there is no field ${id} in the form`);
  const all: Record<string, Record<string, object>> = {};
  for (const element of elements) {
    const { block_id: block, action_id: action } = element;
    const value = values[action];
    const kept = filled[block]?.[action];
    const state =
      value === undefined && kept !== undefined
        ? kept
        : stateOf({ ...element, options: offered.get(action) ?? element.options }, value);
    all[block] = { ...all[block], [action]: state };
  }
  return all;
}

/** Throws where a required field is empty: Slack would not send the form. */
export function checkRequired({ view }: Pick<Form, 'view'>, filled: Filled): void {
  const required = view.blocks.filter(
    (block) => block.type === 'input' && !('optional' in block && block.optional),
  );
  for (const { action_id: action, block_id: block } of findElements(view.blocks).filter((each) =>
    required.some((one) =>
      findElements([one]).some(({ action_id }) => action_id === each.action_id),
    ),
  ))
    if (isBlank({ ...filled[block]?.[action] }))
      throw new Error(`the field ${action} must be filled in`);
}

const isBlank = (state: State): boolean =>
  Object.entries(state).every(
    ([key, each]) => key === 'type' || each === null || (Array.isArray(each) && each.length === 0),
  );

function stateOf(element: Worked, value: string | undefined): State {
  const { type } = element;
  const began = initial.parse(element);
  switch (type) {
    case 'static_select':
    case 'external_select':
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
      return { type, selected_date: orNull(value, began.initial_date) };
    case 'timepicker':
      return { type, selected_time: orNull(value, began.initial_time) };
    case 'users_select':
      return { type, selected_user: orNull(value, began.initial_user) };
    case 'conversations_select':
      return { type, selected_conversation: orNull(value, began.initial_conversation) };
    case 'channels_select':
      return { type, selected_channel: orNull(value, began.initial_channel) };
    case 'multi_users_select':
      return { type, selected_users: value?.split(',') ?? [] };
    case 'multi_conversations_select':
      return { type, selected_conversations: value?.split(',') ?? [] };
    case 'multi_channels_select':
      return { type, selected_channels: value?.split(',') ?? [] };
    default:
      return { type, value: orNull(value, began.initial_value) };
  }
}

const orNull = (value: string | undefined, began: string | undefined): string | null =>
  (value ?? began) || null;

function optionOf(element: Worked, value: string): unknown {
  if (value === '') return null;
  const found = optionsOf(element).find((each) => each.value === value);
  if (found === undefined) throw new Error(`the field ${element.action_id} offers nothing such`);
  return found;
}
