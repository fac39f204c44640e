import type { AskerReason } from './check-asker.ts';
import type { RoomReason } from './check-room.ts';

/** What happened in one sentence, and what to do. */
export type Words = readonly [message: string, next: string];

const ownOnly = 'Ask in a channel that only people of your organisation can read.';

/** Why nothing is answered to somebody or in a room, whatever is asked. */
export const standingWords: Readonly<Record<AskerReason | RoomReason, Words>> = {
  bot: ['Questions from other apps are not answered.', 'A person has to ask.'],
  deleted: [
    'The account that asked is no longer in use, so its question is not answered.',
    'Ask again from an account that is.',
  ],
  stranger: [
    'Questions are answered only for people of the organisation that holds the data.',
    'Speak to the person you work with there.',
  ],
  guestAsker: [
    'Questions from guest accounts are not answered here.',
    'Speak to the person who invited you.',
  ],
  notInRoom: ['Only members of a channel can ask in it.', 'Join the channel, then ask again.'],
  group: [
    'Questions are not answered in messages to a group.',
    'Ask in a channel that is set up for questions.',
  ],
  archived: [
    'This channel is archived, so questions are not answered here.',
    'Ask in a channel that is in use.',
  ],
  frozen: [
    'Nobody can post in this channel at present, so questions are not answered here.',
    'Ask in another channel.',
  ],
  shared: [
    'People of another organisation can read what is posted here, so questions are not answered here.',
    ownOnly,
  ],
  shareOffered: [
    'We cannot be sure that only people of your organisation will read what is posted here, so questions are not answered here.',
    ownOnly,
  ],
  acrossWorkspaces: [
    'People of other workspaces can read this channel, so questions are not answered here.',
    'Ask in a channel of this workspace alone.',
  ],
  strangers: [
    'Somebody from another organisation is a member here, so questions are not answered here.',
    ownOnly,
  ],
  noTier: [
    'This channel is not set up for questions.',
    'Ask in a channel that is, or ask a data owner to set this one up.',
  ],
  noRole: [
    'You cannot get answers in direct messages.',
    'Ask in a channel that is set up for questions.',
  ],
  notMember: [
    'The bot is not a member of this channel, so it cannot answer here.',
    'Invite it to the channel, then ask again.',
  ],
  guests: [
    'Somebody with a guest account is a member of this channel, so questions are not answered here.',
    'Ask in a channel without guests.',
  ],
};

/** Why nothing is answered by a tier that reaches no place of the data. */
export const notFitting: Words = [
  'Questions are not answered here, since what may be asked here does not fit the data in use.',
  'Tell a data owner, who can put it right.',
];
