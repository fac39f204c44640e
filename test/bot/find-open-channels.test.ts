import { expect, test } from 'vitest';
import { nothingAgainst, channelId } from '#src/access/room.ts';
import { makeFindOpenChannels } from '#src/bot/find-open-channels.ts';
import type { Slack } from '#src/slack-port.ts';

const tier = {
  commands: ['trend' as const],
  level: 'region',
  areas: 'all' as const,
  modes: 'all' as const,
  guests: 'refuse' as const,
};
const channels = channelId.array().parse(['C0ONE', 'C0TWO', 'C0THREE', 'C0FOUR', 'C0FIVE']);
const access = {
  tiers: { tier },
  channels: Object.fromEntries(channels.map((id) => [id, 'tier'])),
  roles: {},
};
const person = (id: string) => ({
  id,
  roles: [],
  isGuest: false,
  isStranger: false,
  isBot: false,
  isDeleted: false,
});

test('in a minute no more is read than leaves room for answers, and the rest is named later', async () => {
  let now = 0;
  let reads = 0;
  const readRoom: Slack['readRoom'] = (id) => {
    reads += 1;
    return Promise.resolve({
      ...nothingAgainst,
      id,
      kind: 'private',
      hasBot: true,
      hasAsker: true,
      members: 3,
    });
  };
  const find = makeFindOpenChannels(
    // `as`: nothing else of Slack is asked.
    { slack: { readRoom } as Slack, access, clock: () => new Date(now) },
    12,
  );
  const named: number[] = [];
  for (const id of ['U0ONE', 'U0TWO', 'U0THREE'])
    named.push((await find(channels, person(id), 5)).length);
  expect(named).toEqual([5, 5, 2]);
  expect(reads).toBe(12);
  now += 60_000;
  expect(await find(channels, person('U0THREE'), 5)).toEqual(channels);
  expect(reads).toBe(15);
});
