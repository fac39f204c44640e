import { hasRefused, type Attempt } from './attempt.ts';

/** Why Slack does not describe a channel to the bot: there is none that the bot can see, or it is a message to a group. */
export type Unseen = 'absent' | 'group';

/** Undefined where there is another reason, or none. The bot does without the scope to see messages to a group, so of those Slack says that it lacks it. */
export function whyUnseen(tried: Attempt<unknown>): Unseen | undefined {
  if (hasRefused(tried, ['channel_not_found'])) return 'absent';
  const isGroup =
    tried.kind === 'failed' &&
    tried.failure.kind === 'said' &&
    tried.failure.code === 'missing_scope' &&
    tried.failure.needed === 'mpim:read';
  return isGroup ? 'group' : undefined;
}
