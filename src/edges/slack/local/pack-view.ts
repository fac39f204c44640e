import type { InputBlock } from '@slack/types';
import type { LocalForm } from './screens.ts';

/** What stands in the fields of a form, by the blocks they are in: a text, a day, or the value of what was chosen. What is empty is absent. */
export type Filled = Readonly<Record<string, string>>;

/** The field of a form in a block. */
export const findField = ({ view }: LocalForm, block: string): InputBlock | undefined =>
  view.blocks.find((one): one is InputBlock => one.type === 'input' && one.block_id === block);

/** A form as Slack delivers it. Source: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload. */
export function packView(form: LocalForm, filled: Filled): Readonly<Record<string, unknown>> {
  const { id, hash, view } = form;
  const fields = view.blocks.filter((block): block is InputBlock => block.type === 'input');
  const values = fields.map(({ block_id: block = '', element }) => [
    block,
    { [element.action_id ?? '']: stateOf(element, filled[block]) },
  ]);
  return {
    id,
    hash,
    type: view.type,
    callback_id: view.callback_id,
    private_metadata: view.private_metadata ?? '',
    state: { values: Object.fromEntries(values) as unknown },
  };
}

function stateOf({ type }: InputBlock['element'], value: string | undefined): object {
  switch (type) {
    case 'plain_text_input':
      return { type, value: value ?? null };
    case 'datepicker':
      return { type, selected_date: value ?? null };
    default:
      return { type, selected_option: value === undefined ? null : { value } };
  }
}
