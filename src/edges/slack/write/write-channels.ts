import type { RichTextSection } from '@slack/types';
import type { WordsPost } from '#src/post.ts';

type Channels = WordsPost['channels'];

const most = 20;

const intro = 'You can ask this in ';

const sayRest = (channels: Channels): string =>
  channels.length > most ? ` and ${channels.length - most} more` : '';

/** Where else a question may be asked, as Slack's own links, which show a name only to those who may see the channel. At least one. */
export const richChannels = (channels: Channels): RichTextSection => ({
  type: 'rich_text_section',
  elements: [
    { type: 'text', text: intro },
    ...channels
      .slice(0, most)
      .flatMap((channel, at) => [
        ...(at === 0 ? [] : [{ type: 'text' as const, text: ', ' }]),
        { type: 'channel' as const, channel_id: channel },
      ]),
    { type: 'text', text: `${sayRest(channels)}.` },
  ],
});

/** The same as markup; empty where there is none. */
export const markedChannels = (channels: Channels): string =>
  channels.length === 0 ? '' : `${intro}${listed(channels)}${sayRest(channels)}.`;

const listed = (channels: Channels): string =>
  channels
    .slice(0, most)
    .map((channel) => `<#${channel}>`)
    .join(', ');
