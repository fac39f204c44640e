import type { ActionsBlock, Button } from '@slack/types';
import { attribute, markup, type Html } from '#src/html/markup.ts';
import { unknownPart } from './unknown-part.ts';

/** A row of buttons. Each says in `data-` what a press of it is: its action, its block and its value, if it has one. */
export const renderActions = ({ elements }: ActionsBlock, block: string): Html =>
  markup`<div class="actions">${elements.map((element) => renderAction(element, block))}</div>`;

function renderAction(element: ActionsBlock['elements'][number], block: string): Html {
  if (element.type !== 'button') throw unknownPart(element.type);
  return renderButton(element, block);
}

function renderButton(button: Button, block: string): Html {
  if (button.url !== undefined) throw unknownPart('button.url');
  if (button.confirm !== undefined) throw unknownPart('button.confirm');
  const attributes = [
    attribute('class', button.style),
    attribute('data-action', button.action_id),
    attribute('data-block', block),
    attribute('data-value', button.value),
    attribute('aria-label', button.accessibility_label),
  ];
  return markup`<button type="button"${attributes}>${button.text.text}</button>`;
}
