import { expect, test } from 'vitest';
import type { AccessConfig } from '#src/access/access-config.ts';
import { findElsewhere } from '#src/access/find-elsewhere.ts';
import { channelId } from '#src/access/room.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';
import { asked, channel, direct, member, open } from './cases.ts';

const second = channelId.parse('C0000000002');
const third = channelId.parse('C0000000003');
const fourth = channelId.parse('C0000000004');

const config: AccessConfig = {
  tiers: {
    districts: open,
    regions: { ...open, level: 'region' },
    visitors: { ...open, level: 'region', guests: 'allow' },
  },
  channels: {
    [channel.id]: 'regions',
    [second]: 'districts',
    [third]: 'regions',
    [fourth]: 'visitors',
  },
  roles: {
    analyst: { group: 'S1', alone: 'districts' },
    official: { group: 'S2', alone: 'regions' },
    approver: { group: 'S3' },
  },
};

const find = (text: string, who: Partial<typeof member> = {}, room = channel) =>
  findElsewhere({
    ask: asked(text),
    room,
    asker: { ...member, ...who },
    config,
    vocabulary: ukVocabulary,
  });

test('the channels are those whose tier allows the question, without the one it was asked in', () => {
  expect(find('region:Leeds').channels).toEqual(['C0000000002']);
  expect(find('region:London').channels).toEqual(['C0000000002', 'C0000000003', 'C0000000004']);
  expect(find('region:London', {}, direct).channels).toHaveLength(4);
});

test('a guest is shown the channels of tiers for guests, and some people none', () => {
  expect(find('region:London', { isGuest: true }).channels).toEqual(['C0000000004']);
  for (const who of [{ isStranger: true }, { isBot: true }, { isDeleted: true }])
    expect(find('region:London', { ...who, roles: ['analyst'] })).toEqual({
      channels: [],
      isAllowedAlone: false,
    });
});

test('a question is allowed alone by a role whose tier allows it', () => {
  expect(find('region:Leeds').isAllowedAlone).toBe(false);
  expect(find('region:Leeds', { roles: ['analyst'] }).isAllowedAlone).toBe(true);
  expect(find('region:Leeds', { roles: ['official'] }).isAllowedAlone).toBe(false);
  expect(find('region:Leeds', { roles: ['official', 'analyst'] }).isAllowedAlone).toBe(true);
  expect(find('region:Leeds', { roles: ['approver'] }).isAllowedAlone).toBe(false);
  expect(find('region:Leeds', { roles: ['analyst'], isGuest: true }).isAllowedAlone).toBe(false);
});

test('who asks alone already is not sent there', () => {
  expect(find('region:Leeds', { roles: ['analyst'] }, direct).isAllowedAlone).toBe(false);
});
