import type { LocalMessage } from '../board.ts';
import type { Workspace } from '../workspace.ts';
import type { BlockContext } from './blocks/block-context.ts';
import { attribute, markup, type Html } from '#src/html/markup.ts';
import { renderBlocks } from './blocks/render-blocks.ts';
import { addressOf, channelsOf, type Seat } from './seat.ts';
import { words } from './words.ts';

/** What blocks need of the page: channels are named to whoever can open them. */
export const contextOf = ({ person }: Pick<Seat, 'person'>, { town }: Workspace): BlockContext => ({
  fileUrl: (file) => `/files/${encodeURIComponent(file)}.png`,
  channelName: (id) => channelsOf(person, town).find((channel) => channel.id === id)?.name,
  channelUrl: (id) => addressOf(person.id, id),
});

/** The messages of a channel as its visitor sees them, replies under what they answer, as items of a list. */
export function renderMessages(seat: Seat, workspace: Workspace): string {
  const seen = workspace.board.seen(seat.channel.id, seat.person.id);
  const context = contextOf(seat, workspace);
  const replies = Map.groupBy(
    seen.filter(({ thread }) => thread !== undefined),
    ({ thread }) => thread,
  );
  const roots = seen.filter(({ thread }) => thread === undefined);
  return roots
    .map((root) => renderMessage(root, context, replies.get(root.ts) ?? []).html)
    .join('');
}

function renderMessage(
  message: LocalMessage,
  context: BlockContext,
  replies: readonly LocalMessage[],
): Html {
  const { ts, channel, onlyFor, text, blocks } = message;
  const isAlone = onlyFor !== undefined;
  const body = blocks.length === 0 ? markup`<p>${text}</p>` : renderBlocks(blocks, context);
  const place = [
    attribute('class', isAlone ? 'message alone' : 'message'),
    attribute('data-channel', channel),
    attribute('data-ts', ts),
  ];
  return markup`<li${place}>${isAlone ? markup`<p class="alone-note">${words.alone}</p>` : markup``}<p class="author"><b>Mobility</b> <span class="app">${words.app}</span> ${timeOf(ts)}${isAlone ? markup`` : shortcut}</p>${body}${renderReplies(replies, context)}</li>`;
}

/** Slack keeps it in the menu of a message. */
const shortcut = markup` <button type="button" class="shortcut" data-explain>${words.explain}</button>`;

function timeOf(ts: string): Html {
  const at = new Date(Number(ts.split('.')[0]) * 1000);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return markup`<time datetime="${at.toISOString()}">${time}</time>`;
}

const renderReplies = (replies: readonly LocalMessage[], context: BlockContext): Html =>
  replies.length === 0
    ? markup``
    : markup`<ol class="thread" aria-label="${words.replies}">${replies.map((reply) => renderMessage(reply, context, []))}</ol>`;
