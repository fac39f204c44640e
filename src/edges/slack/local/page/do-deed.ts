import type { KnownBlock } from '@slack/types';
import type { LocalReceiver } from '../local-receiver.ts';
import type { LocalMessage } from '../board.ts';
import type { Workspace } from '../workspace.ts';
import { idOfBlock } from './blocks/render-blocks.ts';
import type { Deed } from './read-deed.ts';
import { channelsOf, type Seat } from './seat.ts';
import { words } from './words.ts';

type Doing = { readonly workspace: Workspace; readonly receiver: LocalReceiver };

/** Does what somebody does on the page, as far as they could in Slack. What is said to them beside the messages, if anything. */
export async function doDeed(
  deed: Deed,
  { person, channel }: Seat,
  { workspace, receiver }: Doing,
): Promise<string | undefined> {
  const { board, screens, town } = workspace;
  const { id } = person;
  const seen = (where: string, ts: string): LocalMessage | undefined =>
    channelsOf(person, town)
      .flatMap((open) => (open.id === where ? board.seen(open.id, id) : []))
      .find((message) => message.ts === ts);
  switch (deed.kind) {
    case 'command':
      await receiver.command(id, channel.id, deed.text);
      return undefined;
    case 'press': {
      const message = seen(deed.channel, deed.ts);
      const button = message && findButton(message.blocks, deed);
      if (message === undefined || button === undefined) return words.gone;
      await receiver.press(id, { message, ...button });
      return undefined;
    }
    case 'explain': {
      const message = seen(deed.channel, deed.ts);
      if (message === undefined) return words.gone;
      await receiver.explain(id, message);
      return undefined;
    }
    case 'submit': {
      const form = screens.form(id);
      return form === undefined ? words.gone : receiver.submit(id, form, deed.question);
    }
    case 'cancel':
      screens.closeForm(id);
      return undefined;
    case 'home':
      await receiver.openHome(id);
      return undefined;
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
