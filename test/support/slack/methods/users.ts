import { z } from 'zod';
import { flag, paged, text } from '../arguments.ts';
import { cutPage } from '../cut-page.ts';
import type { FakeUser, FakeUserGroup } from '../fake-slack.ts';
import { makeMethod, no } from '../method.ts';
import type { World } from '../world.ts';

/** A person as `users.info` describes them. Of somebody who has left, most is absent, as from Slack. */
function showUser(user: FakeUser): Readonly<Record<string, unknown>> {
  const base = {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    real_name: user.name,
    deleted: user.deleted,
    profile: { real_name: user.name, display_name: user.name, team: user.teamId },
    is_bot: user.isBot,
    is_app_user: false,
    updated: 1_700_000_000,
  };
  if (user.deleted) return base;
  return {
    ...base,
    tz: user.tz,
    tz_label: user.tz,
    is_admin: false,
    is_owner: false,
    is_restricted: user.isGuest || user.isUltraGuest,
    is_ultra_restricted: user.isUltraGuest,
    ...(user.isStranger && { is_stranger: true }),
  };
}

/** `users.info`. */
export const usersInfo = makeMethod({
  pace: 4,
  scope: 'users:read',
  takes: z.strictObject({ user: text, include_locale: flag.optional() }),
  run: ({ user: id }, world) => {
    const user = world.users.get(id);
    return user === undefined ? no('user_not_found') : { ok: true, user: showUser(user) };
  },
});

/** `users.list`: everybody but strangers. */
export const usersList = makeMethod({
  pace: 2,
  scope: 'users:read',
  takes: z.strictObject({ ...paged, include_locale: flag.optional() }),
  run: (page, world) => {
    const all = [...world.users.values()].filter(({ isStranger }) => !isStranger);
    const cut = cutPage(all, page, 1000);
    return 'ok' in cut
      ? cut
      : { ok: true, members: cut.page.map(showUser), response_metadata: cut.response_metadata };
  },
});

const showGroup = (
  { teamId }: World,
  { id, handle, users }: FakeUserGroup,
  withUsers: boolean,
) => ({
  id,
  team_id: teamId,
  is_usergroup: true,
  name: handle,
  handle,
  description: '',
  is_external: false,
  date_create: 1_700_000_000,
  date_delete: 0,
  user_count: users.length,
  ...(withUsers && { users }),
});

/** `usergroups.list`. */
export const usergroupsList = makeMethod({
  pace: 2,
  scope: 'usergroups:read',
  takes: z.strictObject({
    include_count: flag.optional(),
    include_disabled: flag.optional(),
    include_users: flag.optional(),
  }),
  run: ({ include_users: withUsers = false }, world) => ({
    ok: true,
    usergroups: [...world.groups.values()].map((group) => showGroup(world, group, withUsers)),
  }),
});

/** `usergroups.users.list`. */
export const usergroupsUsersList = makeMethod({
  pace: 2,
  scope: 'usergroups:read',
  takes: z.strictObject({
    usergroup: text,
    include_disabled: flag.optional(),
  }),
  run: ({ usergroup }, world) => {
    const group = world.groups.get(usergroup);
    return group === undefined ? no('no_such_subteam') : { ok: true, users: group.users };
  },
});
