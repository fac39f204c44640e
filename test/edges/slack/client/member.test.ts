import { expect, test } from 'vitest';
import { readMember, slackUser } from '#src/edges/slack/client/member.ts';

const self = { user: 'U0BOT', team: 'T0OURS', organisation: 'E0OURS' };
const colleague = { id: 'U0ONE', team_id: 'T0OURS', is_restricted: false };
const member = { isGuest: false, isStranger: false, isBot: false, isDeleted: false };

test.each<[string, object, object]>([
  ['a colleague', {}, {}],
  ['a guest', { is_restricted: true }, { isGuest: true }],
  ['a guest of one channel alone', { is_ultra_restricted: true }, { isGuest: true }],
  ['one of whom it is not said', { is_restricted: undefined }, { isGuest: true }],
  ['one who has left', { deleted: true, is_restricted: undefined }, { isDeleted: true }],
  ['a bot', { is_bot: true }, { isBot: true }],
  ['whom Slack calls a stranger', { is_stranger: true }, { isStranger: true }],
  ['of another workspace', { team_id: 'T0ELSE' }, { isStranger: true }],
  ['of no workspace', { team_id: undefined }, { isStranger: true }],
  [
    'of another workspace of the organisation',
    { team_id: 'T0ELSE', enterprise_user: { enterprise_id: 'E0OURS' } },
    {},
  ],
  [
    'of another organisation',
    { team_id: 'T0ELSE', enterprise_user: { enterprise_id: 'E0ELSE' } },
    { isStranger: true },
  ],
])('what somebody is to a channel is read from what Slack says of them: %s', (_, said, is) => {
  const user = slackUser.parse({ ...colleague, ...said });
  expect(readMember(user, self)).toEqual({ ...member, ...is });
});

test('without an organisation, nobody of none is of it', () => {
  const alone = { ...self, organisation: undefined };
  const user = slackUser.parse({ ...colleague, team_id: 'T0ELSE', enterprise_user: {} });
  expect(readMember(user, alone).isStranger).toBe(true);
});
