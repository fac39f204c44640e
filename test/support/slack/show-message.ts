import type { FakeMessage } from './fake-slack.ts';
import type { World } from './world.ts';

/** A message as Slack sends it: every block with an id, its own or one given. */
export function showMessage(
  { appId, botId, teamId }: World,
  { ts, threadTs, text, blocks, user, updatedAt }: FakeMessage,
): Readonly<Record<string, unknown>> {
  return {
    type: 'message',
    user,
    ts,
    bot_id: botId,
    app_id: appId,
    team: teamId,
    text,
    blocks: withBlockIds(blocks),
    ...(threadTs !== undefined && { thread_ts: threadTs }),
    ...(updatedAt !== undefined && { edited: { user, ts: updatedAt } }),
  };
}

/** Blocks, each with an id: the one it has, or one by its place. */
export function withBlockIds<B extends { readonly block_id?: string }>(
  blocks: readonly B[],
): readonly (B & { readonly block_id: string })[] {
  return blocks.map((block, index) => ({ ...block, block_id: block.block_id ?? `given${index}` }));
}
