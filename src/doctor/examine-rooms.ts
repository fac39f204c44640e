import type { AccessConfig } from '#src/access/access-config.ts';
import { findGrants } from '#src/access/find-grants.ts';
import { channelId, type ChannelId } from '#src/access/room.ts';
import { makeRoomReader } from '#src/config/make-room-reader.ts';
import { eachOf } from '#src/edges/slack/client/each-of.ts';
import type { Grant, SlackAccess } from '#src/edges/slack/client/read-grant.ts';
import { readGroups } from '#src/edges/slack/client/read-groups.ts';
import type { Clock } from '#src/state/store.ts';
import type { CheckGroup, CheckResult } from './check.ts';
import { judgeChannel } from './judge-channel.ts';
import { judgeRole } from './judge-role.ts';
import { runCheck } from './run-check.ts';
import { tryReading } from './try-reading.ts';

const atOnce = 4;
const requestMs = 3000;

/** Looks at each channel and each role of the configuration, as Slack has them now. */
export async function examineRooms(
  access: SlackAccess,
  grant: Grant,
  config: AccessConfig,
  clock: Clock,
): Promise<readonly CheckGroup[]> {
  const [channels, roles] = await Promise.all([
    examineChannels(makeRoomReader(access, grant, clock), config),
    examineRoles(access, config),
  ]);
  return [
    { name: 'Channels', results: channels },
    { name: 'Roles', results: roles },
  ].filter(({ results }) => results.length > 0);
}

async function examineChannels(
  readRoom: ReturnType<typeof makeRoomReader>,
  config: AccessConfig,
): Promise<readonly CheckResult[]> {
  const ids = Object.keys(config.channels).map((id) => channelId.parse(id));
  const found = new Map<ChannelId, CheckResult>();
  await eachOf(ids, atOnce, async (id) => {
    const look = async () => {
      const [grant] = findGrants({ id, kind: 'public' }, [], config);
      if (grant === undefined) throw new Error('a channel has no tier');
      return judgeChannel(await readRoom(id), grant);
    };
    found.set(id, await runCheck(id, look));
  });
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function examineRoles(
  access: SlackAccess,
  { roles }: AccessConfig,
): Promise<readonly CheckResult[]> {
  const named = Object.entries(roles);
  if (named.length === 0) return [];
  const groups = await tryReading((signal) => readGroups(access, requestMs, signal));
  return named.map(([name, role]) => ({
    name,
    ...(groups.kind === 'read' ? judgeRole(role, groups.value) : groups.outcome),
  }));
}
