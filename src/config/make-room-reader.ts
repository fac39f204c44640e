import type { ChannelId, Room } from '#src/access/room.ts';
import { makeSlack } from '#src/edges/slack/client/make-slack.ts';
import type { Grant, SlackAccess } from '#src/edges/slack/client/read-grant.ts';
import type { Clock } from '#src/state/store.ts';

const deadlineMs = 9000;

/** Reads channels as the bot does before it answers there. Undefined where the bot sees no such channel. It throws `SlackFault`. */
export function makeRoomReader(
  { token, apiUrl }: SlackAccess,
  { botUser }: Grant,
  clock: Clock,
): (channel: ChannelId) => Promise<Room | undefined> {
  const slack = makeSlack({ token, apiUrl, deadlineMs, clock, report: () => undefined });
  // It asks itself, being a member wherever it may answer.
  return (channel) => slack.readRoom(channel, botUser);
}
