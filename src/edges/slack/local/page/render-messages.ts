import type { LocalMessage } from '../talk.ts';
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

/** What messages need of the page. `nameOf`: whoever wrote one. `mayReply`: not in a direct message, of which Slack tells the bot nothing. */
type Shown = {
  readonly mayReply: boolean;
  readonly context: BlockContext;
  readonly nameOf: (author: LocalMessage['author']) => string;
};

/** The messages of a channel as its visitor sees them, replies under what they answer, as items of a list. */
export function renderMessages(seat: Seat, workspace: Workspace): string {
  const seen = workspace.talk.seen(seat.channel.id, seat.person.id);
  const { people } = workspace.town;
  const shown: Shown = {
    mayReply: seat.channel.kind !== 'direct',
    context: contextOf(seat, workspace),
    nameOf: (author) => people.find(({ id }) => id === author)?.name ?? words.bot,
  };
  const replies = Map.groupBy(
    seen.filter(({ thread }) => thread !== undefined),
    ({ thread }) => thread,
  );
  const roots = seen.filter(({ thread }) => thread === undefined);
  return roots.map((root) => renderMessage(root, shown, replies.get(root.ts) ?? []).html).join('');
}

function renderMessage(
  message: LocalMessage,
  shown: Shown,
  replies: readonly LocalMessage[],
): Html {
  const { ts, channel, thread, author, onlyFor, text, blocks } = message;
  const isAlone = onlyFor !== undefined;
  const body = blocks.length === 0 ? markup`<p>${text}</p>` : renderBlocks(blocks, shown.context);
  const place = [
    attribute('class', isAlone ? 'message alone' : 'message'),
    attribute('data-channel', channel),
    attribute('data-ts', ts),
  ];
  const name = shown.nameOf(author);
  const by =
    author === undefined
      ? markup`<b>${name}</b> <span class="app">${words.app}</span>`
      : markup`<b>${name}</b>`;
  const menu =
    isAlone || author !== undefined ? markup`` : menuOf(thread === undefined && shown.mayReply);
  return markup`<li${place}>${isAlone ? markup`<p class="alone-note">${words.alone}</p>` : markup``}<p class="author">${by} ${timeOf(ts)}${menu}</p>${body}${renderReplies(replies, shown)}</li>`;
}

/** What Slack keeps in the menu of a message. */
const menuOf = (mayReply: boolean): Html =>
  markup` <span class="menu"><button type="button" class="shortcut" data-explain>${words.explain}</button>${mayReply ? markup`<button type="button" class="shortcut" data-reply>${words.reply}</button>` : markup``}</span>`;

function timeOf(ts: string): Html {
  const at = new Date(Number(ts.split('.')[0]) * 1000);
  const time = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  return markup`<time datetime="${at.toISOString()}">${time}</time>`;
}

const renderReplies = (replies: readonly LocalMessage[], shown: Shown): Html =>
  replies.length === 0
    ? markup``
    : markup`<ol class="thread" aria-label="${words.replies}">${replies.map((reply) => renderMessage(reply, shown, []))}</ol>`;
