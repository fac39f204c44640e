import { expect, test } from 'vitest';
import { nothingAgainst, channelId, type Room } from '#src/access/room.ts';
import { checkDrawing } from '#src/doctor/check-drawing.ts';
import { judgeAddress } from '#src/doctor/judge-address.ts';
import { judgeChannel } from '#src/doctor/judge-channel.ts';
import { judgeClock } from '#src/doctor/judge-clock.ts';
import { judgeDisk, judgeMemory, judgeNode } from '#src/doctor/judge-machine.ts';
import { judgeRelease } from '#src/doctor/judge-release.ts';
import { judgeRole } from '#src/doctor/judge-role.ts';
import { judgeScopes } from '#src/doctor/judge-scopes.ts';
import { faultOf } from '#test/support/fault-of.ts';
import { projectFolder } from './doctor-world.ts';

const noon = new Date('2026-11-23T12:00:00Z');

test.each([
  [0, 'ok'],
  [60_000, 'ok'],
  [-60_000, 'ok'],
  [60_001, 'failed'],
  [-60_001, 'failed'],
])('a clock %i ms ahead of Slack is %s', (aheadMs, state) => {
  expect(judgeClock(new Date(noon.getTime() + aheadMs), noon).state).toBe(state);
});

test.each([
  ['2026-11-22', 'this week'],
  ['2026-11-16', '1 week ago'],
  ['2026-11-01', '3 weeks ago'],
  ['2026-11-29', 'which is yet to come'],
])('data to %s are said to be %s', (lastDay, age) => {
  const { state, said } = judgeRelease(live({ lastDay, synthetic: false }), noon, true);
  expect(state).toBe('ok');
  expect(said).toContain(`, ${age}. The data are real.`);
});

test('synthetic data are told apart, since somebody may take them for real ones', () => {
  expect(judgeRelease(live({ lastDay: '2026-11-22', synthetic: true }), noon, true)).toMatchObject({
    state: 'attention',
    said: 'arden-1 answers. Last day: 22 November 2026, this week. The data are synthetic: every answer says so.',
  });
});

test('where releases are made elsewhere nobody is told that one will be made here', () => {
  expect(judgeRelease({ kind: 'none' }, noon, false).said).toBe(
    'No release answers yet: none was made live in BigQuery.',
  );
  expect(judgeRelease({ kind: 'none' }, noon, true).said).toContain('at its first start');
});

function live(release: { readonly lastDay: string; readonly synthetic: boolean }) {
  return {
    kind: 'live' as const,
    release: {
      releaseId: 'arden-1',
      dataset: 'arden',
      source: 'Invented trips',
      firstDay: '2021-01-04',
      mechanism: 'dependentRounding',
      policyHash: '',
      keyId: '',
      threshold: 10,
      base: 40,
      rounding: 100,
      attackedBlocks: 1,
      ...release,
    },
    vocabulary: {
      areas: [],
      aliases: [],
      modes: [],
      events: [],
      firstDay: '2021-01-04',
      lastDay: release.lastDay,
    },
  };
}

const group = { id: 'S024BE7LH', isEnabled: true, members: 2 };

test.each([
  ['in use', [group], 'ok', /2 people\. Direct messages: nothing\./u],
  ['of one person', [{ ...group, members: 1 }], 'ok', /1 person\./u],
  ['disabled', [{ ...group, isEnabled: false }], 'failed', /is disabled, so nobody holds/u],
  ['without members', [{ ...group, members: 0 }], 'failed', /has no members/u],
  ['of another ID', [{ ...group, id: 'S024BE7LX' }], 'failed', /There is no user group/u],
])('a role with a user group that is %s', (_, groups, state, said) => {
  const outcome = judgeRole({ group: 'S024BE7LH' }, groups);
  expect(outcome.state).toBe(state);
  expect(outcome.said).toMatch(said);
});

test.each([
  [['a', 'b'], ['b', 'a'], 'ok', 'The 2 that manifest.yml asks for, and no other.'],
  [['a'], ['a', 'b'], 'failed', 'Missing: b.'],
  [['a', 'b'], ['a'], 'failed', 'More than manifest.yml asks for: b.'],
  [['c'], ['a', 'b'], 'failed', 'Missing: a and b. More than manifest.yml asks for: c.'],
  [undefined, ['a'], 'attention', 'Slack does not say what the token may do.'],
])('scopes %o where %o are wanted', (granted, wanted, state, said) => {
  expect(judgeScopes(granted, wanted)).toMatchObject({ state, said });
});

const quiet: Room = {
  ...nothingAgainst,
  id: channelId.parse('C0123456789'),
  kind: 'public',
  hasBot: true,
  hasAsker: true,
  members: 1200,
};
const grant = {
  tierName: 'wide',
  tier: {
    commands: ['trend' as const],
    level: 'region',
    areas: 'all' as const,
    modes: 'all' as const,
    guests: 'refuse' as const,
  },
};

test.each<readonly [string, Partial<Room>, RegExp]>([
  ['a message to a group', { kind: 'group' }, /^Answer in a channel instead/u],
  ['frozen', { isFrozen: true }, /^Let people post there/u],
  ['archived, and shared too', { isArchived: true, isShared: true }, /^Unarchive it/u],
])('a channel that is %s has failed, and what to do is said', (_, changed, next) => {
  const outcome = judgeChannel({ ...quiet, ...changed }, grant);
  expect(outcome.state).toBe('failed');
  expect(outcome.next).toMatch(next);
});

test('of several reasons all are told', () => {
  const { said } = judgeChannel({ ...quiet, isArchived: true, guests: 2 }, grant);
  expect(said).toMatch(/This channel is archived.*Somebody with a guest account/u);
});

test('a channel where nothing is amiss is told by its kind, people and tier', () => {
  expect(judgeChannel(quiet, grant)).toEqual({
    state: 'ok',
    said: 'Public, 1,200 people. Tier: wide.',
  });
});

test.each([
  [judgeDisk(499_000_000), 'failed', '0.5 GB free: changes stop when the disk is full.'],
  [judgeDisk(5_000_000_000), 'ok', '5.0 GB free.'],
  [judgeDisk(undefined), 'ok', 'The file system does not say how much room is left.'],
  [judgeMemory(500_000_000), 'attention', '0.5 GB available: a large question may fail.'],
  [judgeMemory(2_000_000_000), 'ok', '2.0 GB available.'],
  [judgeNode('24.21.0'), 'ok', '24.21.0.'],
  [judgeNode('23.6.0'), 'attention', '23.6.0: the program is tested with 24.'],
])('of the machine %o', (outcome, state, said) => {
  expect(outcome).toMatchObject({ state, said });
});

test.each([
  [undefined, 'ok', /^The dashboard can listen on 10\.0\.0\.1, port 80\.$/u],
  ['EADDRINUSE', 'attention', /as the bot does while it runs\./u],
  ['EACCES', 'failed', /^This account may not listen on port 80\./u],
  ['EADDRNOTAVAIL', 'failed', /^10\.0\.0\.1 is no address of this machine\./u],
  ['ENOTFOUND', 'failed', /^10\.0\.0\.1 is no address of this machine\./u],
  ['EAFNOSUPPORT', 'failed', /^The dashboard cannot listen on .*\(EAFNOSUPPORT\)\.$/u],
])('where the dashboard is to listen the system says %s', (problem, state, said) => {
  const outcome = judgeAddress(problem, { host: '10.0.0.1', port: 80 });
  expect(outcome.state).toBe(state);
  expect(outcome.said).toMatch(said);
  expect(outcome.next === undefined).toBe(state === 'ok');
});

test('a chart is drawn, and not without the fonts', async () => {
  expect((await checkDrawing(projectFolder)).said).toMatch(/^A chart was drawn in \d+\.\d s\.$/u);
  expect(await faultOf(checkDrawing('/nowhere'))).toMatchObject({ code: 'font' });
});
