import { expect, test } from 'vitest';
import { checkRoom, roomReasons } from '#src/access/check-room.ts';
import type { Room } from '#src/access/room.ts';
import { channel, direct, open } from './cases.ts';

test.each<[string, Partial<Room>]>([
  ['notInRoom', { hasAsker: false }],
  ['group', { kind: 'group' }],
  ['archived', { isArchived: true }],
  ['frozen', { isFrozen: true }],
  ['shared', { isShared: true }],
  ['shareOffered', { isShareOffered: true }],
  ['acrossWorkspaces', { isAcrossWorkspaces: true }],
  ['strangers', { strangers: 1 }],
  ['strangers', { strangers: Number.NaN }],
  ['notMember', { hasBot: false }],
  ['guests', { guests: 1 }],
  ['guests', { guests: Number.NaN }],
])('a channel is refused for one thing alone: %s', (reason, changed) => {
  expect(checkRoom({ ...channel, ...changed }, open)).toBe(reason);
});

test('a channel and a direct message with a tier and nothing against them are not refused', () => {
  for (const room of [channel, { ...channel, kind: 'public' as const }, direct])
    expect(checkRoom(room, open)).toBeUndefined();
});

test('who asks need be no member of a public channel; of one that the bot is not in, it is not known', () => {
  expect(checkRoom({ ...channel, kind: 'public', hasAsker: false }, open)).toBeUndefined();
  expect(checkRoom({ ...channel, hasBot: false, hasAsker: false }, open)).toBe('notMember');
});

test('guests may read along only where the tier says so', () => {
  const room = { ...channel, guests: 2 };
  expect(checkRoom(room, open)).toBe('guests');
  expect(checkRoom(room, { ...open, guests: 'allow' })).toBeUndefined();
  expect(checkRoom({ ...room, strangers: 1 }, { ...open, guests: 'allow' })).toBe('strangers');
});

test('without a tier nothing is answered: a channel lacks its own, a direct message that of a role', () => {
  expect(checkRoom(channel, undefined)).toBe('noTier');
  expect(checkRoom(direct, undefined)).toBe('noRole');
});

test('a direct message with a third person is a group', () => {
  expect(checkRoom({ ...direct, members: 2 }, open)).toBe('group');
});

test('of several reasons the first told is what inviting the bot or a tier would not mend', () => {
  const room: Room = {
    ...channel,
    isArchived: true,
    isShared: true,
    hasBot: false,
    strangers: 2,
    guests: 1,
  };
  expect(roomReasons(room, undefined)).toEqual([
    'archived',
    'shared',
    'strangers',
    'noTier',
    'notMember',
  ]);
  expect(roomReasons(room, open).at(-1)).toBe('guests');
});
