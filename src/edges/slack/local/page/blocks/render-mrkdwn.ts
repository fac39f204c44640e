import type { BlockContext } from './block-context.ts';
import { markup, type Html } from '#src/html/markup.ts';
import { renderChannel } from './render-channel.ts';

const channelLink = /<#([A-Z0-9]+)(?:\|[^<>]*)?>/u;

const escapes: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

const unescapeSlack = (text: string): string =>
  text.replace(/&(?:amp|lt|gt);/gu, (escape) => escapes[escape] ?? escape);

/** Markup as Slack shows it, of which the bot writes only links to channels and Slack's three escapes: anything else is shown as it stands. */
export const renderMrkdwn = (text: string, context: BlockContext): Html =>
  markup`${text
    .split(channelLink)
    .map((part, at) =>
      at % 2 === 1 ? renderChannel(part, context) : markup`${unescapeSlack(part)}`,
    )}`;
