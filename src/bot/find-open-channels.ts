import { checkRoom } from '#src/access/check-room.ts';
import { findGrants } from '#src/access/find-grants.ts';
import type { ChannelId } from '#src/access/room.ts';
import type { PersonId } from '#src/state/actor.ts';
import type { AskingParts } from './asking-parts.ts';

const mostRead = 6;
const mostNamed = 3;

/** Of channels whose tier allows a question, the first few where it would be answered now and that are public: that there is a private one is not for everybody to know. Throws `SlackFault`. */
export async function findOpenChannels(
  channels: readonly ChannelId[],
  person: PersonId,
  { slack, access }: Pick<AskingParts, 'slack' | 'access'>,
): Promise<readonly ChannelId[]> {
  const read = await Promise.all(
    channels.slice(0, mostRead).map(async (channel) => {
      const room = await slack.readRoom(channel, person);
      if (room === undefined) return [];
      const [grant] = findGrants(room, [], access);
      const isKnown = room.kind === 'public';
      return isKnown && checkRoom(room, grant?.tier) === undefined ? [channel] : [];
    }),
  );
  return read.flat().slice(0, mostNamed);
}
