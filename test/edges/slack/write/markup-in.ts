import type { Message } from '#src/edges/slack/write/write-post.ts';

/** What Slack would read as more than plain words in a text that is markup; `channels`: references that may stand in it. */
function marksIn(text: string, channels: readonly string[]): readonly string[] {
  const rest = channels.reduce((left, id) => left.replaceAll(`<#${id}>`, ''), text);
  const marks = [
    /[<>]/u,
    /&(?!(?:amp|lt|gt);)/u,
    /[*_~`]/u,
    /:[^\s:\u200B]+:/u,
    /@[^\s\u200B]/u,
    /:\/\//u,
    /^&gt;/mu,
  ];
  return marks.flatMap((mark) => rest.match(mark)?.[0] ?? []);
}

/** Every object within a value, itself first. */
function objectsIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [{ ...value }, ...Object.values(value).flatMap(objectsIn)];
}

const harmless: ReadonlySet<unknown> = new Set([
  undefined,
  'header',
  'section',
  'context',
  'actions',
  'button',
  'image',
  'data_table',
  'raw_text',
  'raw_number',
  'rich_text',
  'rich_text_section',
  'rich_text_list',
  'text',
]);

/** What of a message, or of the blocks of a view, is shown as more than plain words. A channel is a mark unless it is one of `channels`. */
export function markupIn(
  { text, blocks }: Pick<Message, 'text'> & { readonly blocks: readonly unknown[] },
  channels: readonly string[],
): readonly string[] {
  return [
    ...marksIn(text, channels),
    ...objectsIn(blocks).flatMap((one) => {
      const { type, text: words, channel_id: channel, emoji } = one;
      if (type === 'plain_text') return emoji === false ? [] : ['emoji'];
      if (type === 'mrkdwn') return marksIn(String(words), channels);
      if (type === 'channel') return channels.includes(String(channel)) ? [] : [String(channel)];
      return harmless.has(type) ? [] : [String(type)];
    }),
  ];
}
