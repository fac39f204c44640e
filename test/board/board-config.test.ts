import { expect, test } from 'vitest';
import { boardConfig } from '#src/board/board-config.ts';

const whole = {
  host: '127.0.0.1',
  port: 8080,
  personHeader: 'X-Forwarded-User',
  groupsHeader: 'X-Forwarded-Groups',
  secretHeader: 'X-Board-Secret',
  groups: [{ group: 'Transport analysts', tier: 'districts' }],
};

test('a whole section is read, with names of headers as Node gives them', () => {
  expect(boardConfig.parse(whole)).toEqual({
    ...whole,
    personHeader: 'x-forwarded-user',
    groupsHeader: 'x-forwarded-groups',
    secretHeader: 'x-board-secret',
  });
});

test.each<[string, object]>([
  ['port', { port: 70_000 }],
  ['host', { host: '' }],
  ['host', { host: undefined }],
  ['personHeader', { personHeader: 'X Forwarded User' }],
  ['groupsHeader', { groupsHeader: '' }],
  ['secretHeader', { secretHeader: 'x-forwarded-USER' }],
  ['groups', { groups: [] }],
  ['groups.0.group', { groups: [{ group: 'a,b', tier: 'districts' }] }],
  ['groups.0.group', { groups: [{ group: ' a', tier: 'districts' }] }],
  ['groups.0.group', { groups: [{ group: 'analysts "a"', tier: 'districts' }] }],
  ['groups.0.group', { groups: [{ group: 'öffentlich', tier: 'districts' }] }],
  ['groups.0.tier', { groups: [{ group: 'a' }] }],
  ['', { secret: 'never in a file' }],
])('a wrong setting is named: %s', (path, wrong) => {
  const read = boardConfig.safeParse({ ...whole, ...wrong });
  expect(read.error?.issues[0]?.path.join('.')).toBe(path);
});
