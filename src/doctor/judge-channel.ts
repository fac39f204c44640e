import { roomReasons, type RoomReason } from '#src/access/check-room.ts';
import type { Grant } from '#src/access/find-grants.ts';
import type { Room } from '#src/access/room.ts';
import { standingWords } from '#src/access/standing-words.ts';
import { failed, ok, type Outcome } from './check.ts';

/** Whether a channel of the configuration is answered in, as Slack describes it now. `room`: undefined where the bot sees no such channel. */
export function judgeChannel(room: Room | undefined, { tierName, tier }: Grant): Outcome {
  if (room === undefined)
    return failed(
      'The bot sees no such channel.',
      'Check the ID; a private channel is seen once the bot is invited to it.',
    );
  const reasons = roomReasons(room, tier);
  const [first] = reasons;
  if (first === undefined) return ok(`${sayRoom(room)} Tier: ${tierName}.`);
  return failed(reasons.map((reason) => standingWords[reason][0]).join(' '), advice[first]);
}

const takeOut = 'take the channel out of mobility.config.yml';

const invite = 'Invite it: type /invite and its name in the channel.';

const advice: Readonly<Record<RoomReason, string>> = {
  // Who asks is the bot.
  notInRoom: invite,
  group: `Answer in a channel instead: ${takeOut}.`,
  archived: `Unarchive it, or ${takeOut}.`,
  frozen: `Let people post there, or ${takeOut}.`,
  shared: `End the sharing, or ${takeOut}.`,
  shareOffered: `Withdraw the invitation, or ${takeOut}.`,
  acrossWorkspaces: `Make it a channel of this workspace alone, or ${takeOut}.`,
  strangers: `Let people of this organisation alone be members, or ${takeOut}.`,
  noTier: 'Give it a tier in mobility.config.yml.',
  noRole: `Answer in a channel instead: ${takeOut}.`,
  notMember: invite,
  guests: 'Take the guests out of the channel, or let its tier allow guests.',
};

const kinds: Readonly<Record<Room['kind'], string>> = {
  public: 'Public',
  private: 'Private',
  direct: 'Direct message',
  group: 'Message to a group',
};

function sayRoom({ kind, members, guests }: Room): string {
  const people = `${members.toLocaleString('en-GB')} ${members === 1 ? 'person' : 'people'}`;
  return `${kinds[kind]}, ${people}${guests === 0 ? '' : `, of them ${guests} with guest accounts`}.`;
}
