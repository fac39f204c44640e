import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';
import { unescaped } from '#src/grammar/slack-escapes.ts';
import { renderChannel } from './render-channel.ts';

const channelLink = /<#([A-Z0-9]+)(?:\|[^<>]*)?>/u;

/** Markup as Slack shows it, of which the bot writes only links to channels and Slack's three escapes: anything else is shown as it stands. */
export const renderMrkdwn = (text: string, context: BlockContext): Html =>
  markup`${text
    .split(channelLink)
    .map((part, at) =>
      at % 2 === 1 ? renderChannel(part, context) : markup`${unescaped(part)}`,
    )}`;
