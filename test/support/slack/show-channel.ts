import type { FakeChannel } from './fake-slack.ts';
import type { World } from './world.ts';

/** A channel as `conversations.info` describes it. Direct messages have fewer fields: most flags are absent there, as from Slack. */
export function showChannel(
  { teamId }: World,
  channel: FakeChannel,
  isCounted: boolean,
): Readonly<Record<string, unknown>> {
  const shared = {
    id: channel.id,
    created: 1_700_000_000,
    is_archived: channel.isArchived,
    is_org_shared: channel.isOrgShared,
    context_team_id: teamId,
    updated: 1_700_000_000_000,
  };
  if (channel.kind === 'direct')
    return {
      ...shared,
      is_im: true,
      user: channel.members[0],
      ...(channel.isExtShared && { is_ext_shared: true, is_shared: true }),
      ...(channel.isFrozen && { is_frozen: true }),
    };
  return {
    ...shared,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind !== 'group',
    is_group: channel.kind === 'private',
    is_im: false,
    is_mpim: channel.kind === 'group',
    is_private: channel.kind !== 'public',
    is_general: false,
    is_member: channel.hasBot,
    is_shared: channel.isShared || channel.isExtShared || channel.isOrgShared,
    is_ext_shared: channel.isExtShared,
    is_pending_ext_shared: channel.isPendingExtShared,
    is_frozen: channel.isFrozen,
    pending_shared: channel.isPendingExtShared ? ['T0FAKEOTHER'] : [],
    shared_team_ids: channel.isExtShared ? [teamId, 'T0FAKEOTHER'] : [teamId],
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    ...(isCounted && { num_members: channel.members.length + (channel.hasBot ? 1 : 0) }),
  };
}
