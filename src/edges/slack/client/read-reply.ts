import type { z } from 'zod';
import type { Attempt } from './attempt.ts';
import { makeSlackFault, orFault } from './slack-fault.ts';

/**
 * The parts of an answer of Slack's that are used. Throws `SlackFault`: where the request failed, and `unexpected_answer` where a part is missing, for nothing
 * is guessed.
 */
export function readReply<T>(request: string, shape: z.ZodType<T>, tried: Attempt<unknown>): T {
  const parsed = shape.safeParse(orFault(request, tried));
  if (parsed.success) return parsed.data;
  const places = parsed.error.issues.map(({ path }) => path.filter(isName).join('.'));
  throw makeSlackFault(
    'unexpected_answer',
    `${request}: the answer of Slack is not as documented: ${places.join(', ')}`,
    { retryable: false },
  );
}

/** Names of Slack's; an ID may be a key too. */
const isName = (key: PropertyKey): boolean => /^[a-z_\d]+$/u.test(String(key));
