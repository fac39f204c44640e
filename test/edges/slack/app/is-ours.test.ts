import { expect, test } from 'vitest';
import { isOurs, type Identity } from '#src/edges/slack/app/is-ours.ts';

const alone: Identity = {
  app: 'A1',
  team: 'T1',
  enterprise: undefined,
  user: 'U1',
  bot: 'B1',
};
const grid: Identity = { ...alone, enterprise: 'E1' };

test.each<[string, unknown, Identity, boolean]>([
  ['a command or event', { api_app_id: 'A1', team_id: 'T1' }, alone, true],
  ['an interaction', { api_app_id: 'A1', team: { id: 'T1' }, enterprise: null }, alone, true],
  ['of another app', { api_app_id: 'A2', team_id: 'T1' }, alone, false],
  ['of no app', { team_id: 'T1' }, alone, false],
  ['of another workspace', { api_app_id: 'A1', team_id: 'T2' }, alone, false],
  ['pressed in another workspace', { api_app_id: 'A1', team: { id: 'T2' } }, alone, false],
  ['of a whole organisation', { api_app_id: 'A1', team: null }, grid, false],
  ['of no workspace', { api_app_id: 'A1' }, alone, false],
  ['of our organisation', { api_app_id: 'A1', team_id: 'T1', enterprise_id: 'E1' }, grid, true],
  [
    'pressed in our organisation',
    { api_app_id: 'A1', team: { id: 'T1' }, enterprise: { id: 'E1' } },
    grid,
    true,
  ],
  [
    'of another organisation',
    { api_app_id: 'A1', team_id: 'T1', enterprise_id: 'E2' },
    grid,
    false,
  ],
  ['of some organisation', { api_app_id: 'A1', team_id: 'T1', enterprise_id: 'E2' }, alone, false],
  ['with lists for names', { api_app_id: ['A1'], team_id: ['T1'] }, alone, false],
  ['nothing', undefined, alone, false],
])('a delivery %s is told apart', (_, body, identity, ours) => {
  expect(isOurs(body, identity)).toBe(ours);
});
