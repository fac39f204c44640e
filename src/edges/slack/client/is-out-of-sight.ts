import { hasRefused, type Attempt } from './attempt.ts';

/** Whether Slack shows the bot no such channel. The bot does without the scope to see group messages, so Slack says that it lacks it. */
export function isOutOfSight(tried: Attempt<unknown>): boolean {
  if (hasRefused(tried, ['channel_not_found'])) return true;
  return (
    tried.kind === 'failed' &&
    tried.failure.kind === 'said' &&
    tried.failure.code === 'missing_scope' &&
    tried.failure.needed === 'mpim:read'
  );
}
