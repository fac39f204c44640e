import { channelId } from '#src/access/room.ts';
import type { Role, Tier } from '#src/access/access-config.ts';
import type { FakeChannel, FakeUser } from '#test/support/slack/start-fake-slack.ts';
import type { Scene } from './open-scene.ts';
import type { Seat } from './seat.ts';

const everything: Tier = {
  commands: ['trend', 'compare', 'flows', 'method', 'events', 'status', 'help'],
  level: 'district',
  areas: 'all',
  modes: 'all',
  guests: 'refuse',
};

/** Tiers of the invented country, and the questions below that each lets be asked. */
export const tiers = {
  narrow: { tier: everything, allows: ['district', 'byMode', 'region', 'south', 'status'] },
  wide: { tier: { ...everything, level: 'region' }, allows: ['region', 'status'] },
  limited: {
    tier: { ...everything, areas: ['ARD-N'] },
    allows: ['district', 'byMode', 'region', 'status'],
  },
  together: {
    tier: { ...everything, modes: 'none' },
    allows: ['district', 'region', 'south', 'status'],
  },
  few: { tier: { ...everything, commands: ['status', 'help'] }, allows: ['status'] },
  guests: {
    tier: { ...everything, guests: 'allow' },
    allows: ['district', 'byMode', 'region', 'south', 'status'],
  },
} as const satisfies Record<string, { tier: Tier; allows: readonly string[] }>;
export type TierName = keyof typeof tiers;

/** Questions of the invented country. None is drawn, so that many can be asked. */
export const questions = {
  district: 'region:Alderton show:table',
  byMode: 'region:Alderton by:mode show:table',
  region: 'region:"North Arden" show:table',
  south: 'region:Cedarham show:table',
  status: 'status',
} as const;
export type QuestionName = keyof typeof questions;

/** By which tier each role lets people ask alone; nobody has the others. */
export const aloneBy: Partial<Record<Role, TierName>> = { official: 'wide', analyst: 'narrow' };

/** What may be about a channel or the one who asks. `guest` and `stranger` are a member besides. */
export const flags = {
  nothing: {},
  shared: { channel: { isShared: true, isExtShared: true } },
  shareOffered: { channel: { isPendingExtShared: true } },
  acrossWorkspaces: { channel: { isShared: true, isOrgShared: true } },
  archived: { channel: { isArchived: true } },
  frozen: { channel: { isFrozen: true } },
  botMissing: { channel: { hasBot: false } },
  guest: { member: { isGuest: true } },
  channelGuest: { member: { isGuest: true, isUltraGuest: true } },
  stranger: { member: { isStranger: true } },
  guestAsks: { asker: { isGuest: true } },
  strangerAsks: { asker: { isStranger: true } },
} as const satisfies Record<
  string,
  { channel?: Partial<FakeChannel>; member?: Partial<FakeUser>; asker?: Partial<FakeUser> }
>;
export type FlagName = keyof typeof flags;

/** One row of the truth table. `tier` of the channel; `role` of the asker. */
export type Row = {
  readonly kind: FakeChannel['kind'];
  readonly tier: TierName | undefined;
  readonly role: Role | undefined;
  readonly flag: FlagName;
  readonly question: QuestionName;
};

/** Sets up a row: somebody in a channel, who may ask there. */
export function seatRow({ fake, access }: Scene, { kind, tier, flag }: Row): Seat {
  const { channel, member, asker } = { channel: {}, member: undefined, asker: {}, ...flags[flag] };
  const user = fake.addUser(asker).id;
  const members = [user, ...(member === undefined ? [] : [fake.addUser(member).id])];
  const { id } = fake.addChannel({ kind, members, ...channel });
  if (tier !== undefined) access.channels[channelId.parse(id)] = tier;
  return { user, channel: id };
}
