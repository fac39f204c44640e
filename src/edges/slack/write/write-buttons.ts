import type { ActionsBlock, Button as SlackButton } from '@slack/types';
import type { Button } from '#src/post.ts';
import { actionPrefix } from '../app/names.ts';
import { plainText, tidy } from './plain-text.ts';

const most = 25;

/** The buttons under a message, each action once; nothing where there are none. Their `action_id` is `mobility:` and the action. */
export function writeButtons(buttons: readonly Button[]): readonly ActionsBlock[] {
  const once = [...new Map(buttons.map((button) => [button.action, button])).values()];
  const elements = once.slice(0, most).map(writeButton);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

const writeButton = ({ action, label, value }: Button): SlackButton => ({
  type: 'button',
  action_id: actionPrefix + action,
  text: plainText(tidy(label) || action, 75),
  ...(value.trim() === '' ? {} : { value }),
});
