import type { AccessConfig, Tier } from '#src/access/access-config.ts';
import type { Asker } from '#src/access/check-asker.ts';
import { channelId, nothingAgainst, type Room } from '#src/access/room.ts';
import type { Ask } from '#src/grammar/ask.ts';
import { commands } from '#src/grammar/keys.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import { readingOf } from '#test/grammar/outcomes.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';

/** A private channel of five people and the bot. */
export const channel: Room = {
  ...nothingAgainst,
  id: channelId.parse('C0000000001'),
  kind: 'private',
  hasBot: true,
  hasAsker: true,
  members: 5,
};

/** The bot and one person. */
export const direct: Room = {
  ...channel,
  id: channelId.parse('D0000000001'),
  kind: 'direct',
  members: 1,
};

/** Somebody of this workspace, without a role. */
export const member: Asker = {
  id: 'U0000000001',
  roles: [],
  isGuest: false,
  isStranger: false,
  isBot: false,
  isDeleted: false,
};

/** Lets everything be asked of districts. */
export const open: Tier = {
  commands: [...commands],
  level: 'district',
  areas: 'all',
  modes: 'all',
  guests: 'refuse',
};

/** The channel has the tier "open", and an analyst has it alone. */
export const config: AccessConfig = {
  tiers: { open },
  channels: { [channel.id]: 'open' },
  roles: { analyst: { group: 'S0000000001', alone: 'open' } },
};

/** The question that a text is read as. */
export const asked = (text: string, vocabulary: Vocabulary = ukVocabulary): Ask =>
  readingOf(text, vocabulary).ask;

/**
 * An invented country of two levels and no top: hundreds within shires. Ash and Elm are both shires and hundreds, Fen is not divided, and an islet lies in a hundred. A moor is of no
 * known size: one holds a hundred and another lies in one.
 */
export const inventedVocabulary: Vocabulary = {
  areas: [
    { code: 'oak', name: 'Oak', level: 'shire', parent: undefined },
    { code: 'ash', name: 'Ash', level: 'shire', parent: undefined },
    { code: 'ash', name: 'Ash', level: 'hundred', parent: undefined },
    { code: 'elm', name: 'Elm', level: 'hundred', parent: undefined },
    { code: 'elm', name: 'Elm', level: 'shire', parent: undefined },
    { code: 'fen', name: 'Fen', level: 'shire', parent: undefined },
    { code: 'oak-1', name: 'Nearly', level: 'hundred', parent: 'oak' },
    { code: 'oak-2', name: 'Farley', level: 'hundred', parent: 'oak' },
    { code: 'isle', name: 'Skerry', level: 'islet', parent: 'oak-1' },
    { code: 'wide', name: 'Wide Moor', level: 'moor', parent: undefined },
    { code: 'wide-1', name: 'Heath', level: 'hundred', parent: 'wide' },
    { code: 'high', name: 'High Moor', level: 'moor', parent: 'oak-2' },
  ],
  aliases: [],
  modes: [
    { value: 'cart', label: 'Cart' },
    { value: 'barge', label: 'Barge' },
    { value: 'sledge', label: 'Sledge' },
  ],
  events: [],
  firstDay: '2021-01-04',
  lastDay: '2021-12-26',
};
