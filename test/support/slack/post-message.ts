import type { Content } from './check-message.ts';
import type { FakeMessage } from './fake-slack.ts';
import type { World } from './world.ts';

/** Puts a message of the bot's in a channel. */
export function postMessage(
  world: World,
  { text, blocks }: Content,
  { channel, threadTs }: { readonly channel: string; readonly threadTs?: string | undefined },
): FakeMessage {
  const message = {
    channel,
    ts: world.nextTs(),
    threadTs,
    text,
    blocks,
    user: world.botUserId,
    updatedAt: undefined,
  };
  world.messages.push(message);
  return message;
}

/** Shows one person something. */
export function postEphemeral(
  world: World,
  { text, blocks }: Content,
  {
    channel,
    user,
    thread,
  }: {
    readonly channel: string | undefined;
    readonly user: string;
    readonly thread?: string | undefined;
  },
): string {
  const ts = world.nextTs();
  world.ephemerals.push({ channel, inThread: thread, ts, user, text, blocks });
  return ts;
}

/** Takes a message away. */
export function dropMessage(world: World, message: FakeMessage): void {
  world.messages.splice(
    world.messages.findIndex((each) => each.ts === message.ts),
    1,
  );
}
