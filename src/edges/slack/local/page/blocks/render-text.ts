import type { TextObject } from '@slack/types';
import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';
import { renderMrkdwn } from './render-mrkdwn.ts';
import { unknownPart } from './unknown-part.ts';

/** A text object. Plain text is shown as it stands. */
export function renderText(text: TextObject, context: BlockContext): Html {
  const { type } = text;
  switch (type) {
    case 'plain_text':
      return markup`${text.text}`;
    case 'mrkdwn':
      return renderMrkdwn(text.text, context);
    default:
      throw unknownPart(type satisfies never);
  }
}
