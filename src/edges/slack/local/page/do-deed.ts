import type { KnownBlock } from '@slack/types';
import type { LocalReceiver } from '../local-receiver.ts';
import type { LocalMessage } from '../talk.ts';
import type { Workspace } from '../workspace.ts';
import { idOfBlock } from './blocks/render-blocks.ts';
import type { Deed } from './read-deed.ts';
import { channelsOf, type Seat } from './seat.ts';
import { words } from './words.ts';

const gone: Said = { said: words.gone };

type Doing = { readonly workspace: Workspace; readonly receiver: LocalReceiver };

/** What is said to whoever did something, beside the messages: in a line, and under the fields of a form, by their blocks. */
export type Said = { readonly said?: string; readonly wrong?: Readonly<Record<string, string>> };

/** Does what somebody does on the page, as far as they could in Slack. */
export async function doDeed(
  deed: Deed,
  { person, channel }: Seat,
  { workspace, receiver }: Doing,
): Promise<Said> {
  const { talk, screens, town } = workspace;
  const { id } = person;
  const seen = (where: string, ts: string): LocalMessage | undefined =>
    channelsOf(person, town)
      .flatMap((open) => (open.id === where ? talk.seen(open.id, id) : []))
      .find((message) => message.ts === ts);
  switch (deed.kind) {
    case 'command':
      await receiver.command(id, channel.id, deed.text);
      return {};
    case 'press': {
      const message = seen(deed.channel, deed.ts);
      const button = message && findButton(message.blocks, deed);
      if (message === undefined || button === undefined) return gone;
      await receiver.press(id, { message, ...button });
      return {};
    }
    case 'pressHome': {
      const button = findButton(screens.home(id)?.blocks ?? [], deed);
      if (button === undefined) return gone;
      await receiver.pressHome(id, button);
      return {};
    }
    case 'mention': {
      if (channel.kind === 'direct') return { said: words.noMention };
      const isThere = deed.thread === undefined || seen(channel.id, deed.thread) !== undefined;
      if (!isThere) return gone;
      await receiver.mention(id, channel.id, deed.thread, deed.text);
      return {};
    }
    case 'explain': {
      const message = seen(deed.channel, deed.ts);
      if (message === undefined) return gone;
      await receiver.explain(id, message);
      return {};
    }
    case 'submit': {
      const form = screens.form(id);
      if (form === undefined) return gone;
      return { wrong: await receiver.submit(id, form, deed.filled) };
    }
    case 'edit': {
      const form = screens.form(id);
      if (form === undefined) return gone;
      await receiver.edit(id, form, deed.block, deed.filled);
      return {};
    }
    case 'cancel':
      screens.closeForm(id);
      return {};
    case 'home':
      await receiver.openHome(id);
      return {};
    default:
      return deed satisfies never;
  }
}

/** Only what the message holds can be pressed. */
function findButton(
  blocks: readonly KnownBlock[],
  pressed: { readonly action: string; readonly block: string },
): { readonly action: string; readonly block: string; readonly value: string } | undefined {
  for (const [at, block] of blocks.entries()) {
    if (block.type !== 'actions' || idOfBlock(block, at) !== pressed.block) continue;
    for (const element of block.elements)
      if (element.type === 'button' && element.action_id === pressed.action)
        return { ...pressed, value: element.value ?? '' };
  }
  return undefined;
}
