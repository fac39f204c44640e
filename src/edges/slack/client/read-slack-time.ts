import { readFailure } from './failure.ts';
import { makeSlackFault, slackFault } from './slack-fault.ts';
import { slackUrl } from './slack-url.ts';

/** The time at Slack, to the second, as its web server says: no token is needed, and no answer but its date is looked at. Throws `SlackFault`. */
export async function readSlackTime(
  apiUrl: string | undefined,
  signal: AbortSignal,
): Promise<Date> {
  const date = await fetchDate(new URL('api.test', apiUrl ?? slackUrl), signal);
  const time = Date.parse(date ?? '');
  if (Number.isNaN(time))
    throw makeSlackFault('unexpected_answer', 'api.test: Slack does not say what time it is', {
      retryable: false,
    });
  return new Date(time);
}

async function fetchDate(url: URL, signal: AbortSignal): Promise<string | null> {
  try {
    const response = await fetch(url, { method: 'POST', redirect: 'error', signal });
    await response.body?.cancel();
    return response.headers.get('date');
  } catch (error) {
    throw slackFault('api.test', readFailure(error));
  }
}
