import { expect, test } from 'vitest';
import type { AccessConfig } from '#src/access/access-config.ts';
import { explain } from '#src/access/explain.ts';
import { channelId } from '#src/access/room.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { channel, config, direct, open } from './cases.ts';

const second = channelId.parse('C0000000002');

const london: AccessConfig = {
  tiers: {
    london: {
      ...open,
      commands: ['trend', 'help'],
      areas: ['E12000007'],
      modes: ['car', 'rail'],
    },
    visitors: { ...open, level: 'region', modes: 'none', guests: 'allow' },
    broken: { ...open, level: 'ward', areas: ['E12000007', 'nowhere'], modes: ['tram', 'car'] },
  },
  channels: { [channel.id]: 'london', [second]: 'broken' },
  roles: {
    analyst: { group: 'S0000000001', alone: 'visitors' },
    approver: { group: 'S0000000002' },
  },
};

const said = (...lines: Parameters<typeof explain>) => explain(...lines).join('\n');

test('a channel where questions are answered', () => {
  expect(said(channel, london, ukVocabulary)).toMatchSnapshot();
});

test('without the data its names are as the settings have them', () => {
  expect(said(channel, london)).toMatchSnapshot();
});

test('a channel where all speaks against it, each in the words that an asker gets', () => {
  const room = {
    ...channel,
    kind: 'public' as const,
    isArchived: true,
    isShared: true,
    isShareOffered: true,
    isAcrossWorkspaces: true,
    guests: 2,
    strangers: 3,
    members: 40,
    hasBot: false,
  };
  expect(said(room, london, ukVocabulary)).toMatchSnapshot();
});

test('a channel without a tier', () => {
  expect(
    said({ ...channel, id: channelId.parse('C0000000009') }, { ...config, roles: {} }),
  ).toMatchSnapshot();
});

test('a tier that does not fit the data', () => {
  const room = { ...channel, id: second };
  expect(said(room, london, ukVocabulary)).toMatchSnapshot();
});

test('of a message to a group it is said that it is one, and nothing that is not known', () => {
  const room = { ...channel, kind: 'group' as const, hasBot: false, hasAsker: false, members: 0 };
  const lines = explain(room, config, ukVocabulary);
  expect(lines[0]).toBe(`${channel.id} is a message to a group.`);
  expect(lines.join(' ')).not.toMatch(/People:|Shared:|The bot is/u);
});

test('a direct message goes by the roles', () => {
  expect(said(direct, london, ukVocabulary)).toMatchSnapshot();
  expect(said({ ...direct, isShared: true }, london, ukVocabulary)).toContain(
    'Nothing is answered here',
  );
});
