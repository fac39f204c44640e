import type { KnownBlock } from '@slack/types';
import type { Example, HomePage } from '#src/slack-port.ts';
import { cutText } from './cut-text.ts';
import type { KnownHome } from './known-view.ts';
import { plainText, tidy } from './plain-text.ts';
import { writeButtons } from './write-buttons.ts';
import { richBlock, richLine } from './rich-text.ts';
import { nothingToShow } from './write-text.ts';

const mostLines = 20;
const mostChannels = 50;
const longestHeading = 150;

/** The bot's page: what it is, where to ask, what to ask. */
export function writeHome(page: HomePage): KnownHome {
  const { intro, buttons, headline, channels, examples, help } = page;
  const [title, ...lines] = linesOf(intro, 2000);
  const asks = examples.slice(0, mostLines).flatMap(writeExample);
  const blocks: readonly KnownBlock[] = [
    ...(title === undefined ? [] : [headOf(title)]),
    ...writeLines(lines),
    ...writeButtons(buttons),
    ...(headline === undefined ? [] : writeHeadline(headline)),
    ...(channels.length === 0 ? [] : [heading('Where you can ask'), ...listChannels(channels)]),
    ...(asks.length === 0 ? [] : [heading('What you can ask'), ...asks]),
    ...writeLines(linesOf(help, 500)),
  ];
  return { type: 'home', blocks: blocks.length === 0 ? [heading(nothingToShow)] : [...blocks] };
}

const writeLines = (lines: readonly string[]): readonly KnownBlock[] =>
  lines.map((line) => richBlock(richLine(line)));

function writeExample({ question, buttons }: Example): readonly KnownBlock[] {
  const [line] = linesOf([question], 500);
  return line === undefined ? [] : [richBlock(richLine(`Try: ${line}`)), ...writeButtons(buttons)];
}

/** An answer in words: what was asked, what came of it, where it came from. */
function writeHeadline({
  echo,
  sentences,
  receipt,
}: NonNullable<HomePage['headline']>): readonly KnownBlock[] {
  const lines = linesOf([echo, sentences.join(' '), receipt], 2500);
  return lines.length === 0 ? [] : [heading('At a glance'), ...writeLines(lines)];
}

const linesOf = (texts: readonly string[], longest: number): readonly string[] =>
  texts
    .map((text) => cutText(tidy(text), longest))
    .filter((text) => text !== '')
    .slice(0, mostLines);

/** Channels as Slack's own links, which show a name only to those who may see the channel. */
function listChannels(channels: HomePage['channels']): readonly KnownBlock[] {
  const elements = channels.slice(0, mostChannels).map((channel) => ({
    type: 'rich_text_section' as const,
    elements: [{ type: 'channel' as const, channel_id: channel }],
  }));
  const more = channels.length - elements.length;
  return [
    richBlock({ type: 'rich_text_list', style: 'bullet', elements }),
    ...(more > 0 ? [richBlock(richLine(`And ${more} more.`))] : []),
  ];
}

const headOf = (text: string): KnownBlock =>
  text.length > longestHeading ? richBlock(richLine(text, true)) : heading(text);

const heading = (text: string): KnownBlock => ({
  type: 'header',
  text: plainText(text, longestHeading),
});
