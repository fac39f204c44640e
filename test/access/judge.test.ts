import { expect, test } from 'vitest';
import type { AccessConfig } from '#src/access/access-config.ts';
import type { Asker } from '#src/access/check-asker.ts';
import { judge } from '#src/access/judge.ts';
import type { Room } from '#src/access/room.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { asked, channel, config, direct, member, open } from './cases.ts';

const ask = asked('region:London');

function reasonOf(room: Room, asker: Asker, access: AccessConfig = config): string {
  const judged = judge({ ask, room, asker, config: access, vocabulary: ukVocabulary });
  return judged.kind === 'allowed' ? `by ${judged.grant.tierName}` : judged.reason;
}

test.each<[string, Partial<Asker>, string]>([
  ['a member', {}, 'by open'],
  ['a guest', { isGuest: true }, 'guestAsker'],
  ['somebody of another organisation', { isStranger: true }, 'stranger'],
  ['an app', { isBot: true }, 'bot'],
  ['a closed account', { isDeleted: true }, 'deleted'],
])('in a channel with a tier %s gets: %s', (_, who, reason) => {
  expect(reasonOf(channel, { ...member, ...who })).toBe(reason);
});

test('a guest is answered where the tier is for guests', () => {
  const guests = { ...config, tiers: { open: { ...open, guests: 'allow' as const } } };
  expect(reasonOf({ ...channel, guests: 1 }, { ...member, isGuest: true }, guests)).toBe('by open');
});

test('a role opens direct messages and nothing else', () => {
  const analyst: Asker = { ...member, roles: ['analyst'] };
  const unnamed = { ...config, channels: {} };
  expect(reasonOf(direct, member)).toBe('noRole');
  expect(reasonOf(direct, analyst)).toBe('by open');
  expect(reasonOf(channel, analyst, unnamed)).toBe('noTier');
  expect(reasonOf(direct, { ...member, roles: ['approver'] })).toBe('noRole');
});

test('a tier of a direct message is not looked up as that of a channel', () => {
  const named = { ...config, channels: { [direct.id]: 'open' } };
  expect(reasonOf(direct, member, named)).toBe('noRole');
});

test('of several roles one that allows the question is enough', () => {
  const two: AccessConfig = {
    ...config,
    tiers: { open, narrow: { ...open, areas: ['W92000004'] } },
    roles: {
      official: { group: 'S1', alone: 'narrow' },
      analyst: { group: 'S2', alone: 'open' },
    },
  };
  expect(reasonOf(direct, { ...member, roles: ['official'] }, two)).toBe('areas');
  expect(reasonOf(direct, { ...member, roles: ['analyst', 'official'] }, two)).toBe('by open');
});

test('a tier that is not among the tiers gives nothing, even by a name that every object has', () => {
  for (const name of ['gone', 'constructor', 'toString', '__proto__'])
    expect(reasonOf(channel, member, { ...config, channels: { [channel.id]: name } })).toBe(
      'noTier',
    );
});

test.each<[string, Partial<Room>, Partial<Asker>, string]>([
  ['is shared', { isShared: true }, {}, 'shared'],
  ['is offered to another organisation', { isShareOffered: true }, {}, 'shareOffered'],
  ['gets a guest', { guests: 1 }, {}, 'guests'],
  ['gets a member of another organisation', { strangers: 1 }, {}, 'strangers'],
  ['is archived', { isArchived: true }, {}, 'archived'],
  ['loses the bot', { hasBot: false }, {}, 'notMember'],
  ['loses the asker', { hasAsker: false }, {}, 'notInRoom'],
  ['stays, and the asker leaves the organisation', {}, { isDeleted: true }, 'deleted'],
])(
  'what was allowed when asked is refused at the post where the channel %s',
  (_, room, who, reason) => {
    expect(reasonOf(channel, member)).toBe('by open');
    expect(reasonOf({ ...channel, ...room }, { ...member, ...who })).toBe(reason);
  },
);
