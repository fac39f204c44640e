import type { UserGroup } from '#src/edges/slack/client/read-groups.ts';
import { failed, ok, type Outcome } from './check.ts';

const otherwise = 'or take the role out of mobility.config.yml';

/** Whether anybody holds a role: its user group is there, in use, and has members. `alone`: the tier of what its holders may see in direct messages. */
export function judgeRole(
  { group, alone }: { readonly group: string; readonly alone?: string | undefined },
  groups: readonly UserGroup[],
): Outcome {
  const found = groups.find(({ id }) => id === group);
  if (found === undefined)
    return failed(
      `There is no user group ${group} in this workspace.`,
      `Correct its ID, ${otherwise}.`,
    );
  if (!found.isEnabled)
    return failed(
      `The user group ${group} is disabled, so nobody holds this role.`,
      `Enable it in Slack, ${otherwise}.`,
    );
  if (found.members === 0)
    return failed(
      `The user group ${group} has no members, so nobody holds this role.`,
      `Add people to it in Slack, ${otherwise}.`,
    );
  const people = `${found.members.toLocaleString('en-GB')} ${found.members === 1 ? 'person' : 'people'}`;
  return ok(
    `User group ${group}, ${people}. Direct messages: ${alone === undefined ? 'nothing' : `tier ${alone}`}.`,
  );
}
