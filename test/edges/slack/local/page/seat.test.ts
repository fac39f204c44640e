import { expect, test } from 'vitest';
import type { AccessConfig } from '#src/access/access-config.ts';
import { readSeat } from '#src/edges/slack/local/page/seat.ts';
import { foundTown } from '#src/edges/slack/local/town.ts';

const tier = (level: string): AccessConfig['tiers'][string] => ({
  commands: ['trend', 'help'],
  level,
  areas: 'all',
  modes: 'all',
  guests: 'refuse',
});
const three = { lands: tier('land'), shires: tier('shire'), towns: tier('town') };

const seatAt = (address: string, tiers: AccessConfig['tiers'] = three) => {
  const { person, channel } = readSeat(new URLSearchParams(address), foundTown(tiers));
  return `${person.name} in ${channel.name}`;
};

test('whoever names no channel begins where they may ask most', () => {
  expect(seatAt('')).toBe('An official in shires');
  expect(seatAt('as=U0ANALYST')).toBe('An analyst in towns');
  expect(seatAt('as=U0GUEST')).toBe('A guest in with-partners');
  expect(seatAt('', { lands: tier('land') })).toBe('An official in lands');
});

test('a channel that somebody cannot open is none', () => {
  expect(seatAt('as=U0OFFICIAL&in=C0TIER0')).toBe('An official in lands');
  expect(seatAt('as=U0OFFICIAL&in=C0TIER2')).toBe('An official in shires');
  expect(seatAt('as=U0NOBODY&in=C0NOWHERE')).toBe('An official in shires');
});
