import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { readReply } from './read-reply.ts';
import { tryAgain } from './try-again.ts';

/** Who the bot is: its user, its workspace, and the organisation of that, where it has one. */
export type Self = {
  readonly user: string;
  readonly team: string;
  readonly organisation: string | undefined;
};

export type ReadSelf = (signal: AbortSignal) => Promise<Self>;

const reply = z.object({
  user_id: z.string(),
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
});

/** Reads who the bot is: once, for it does not change while the token is good; again after a failure. It throws `SlackFault`. */
export function makeReadSelf(client: WebClient): ReadSelf {
  let known: Promise<Self> | undefined;
  const read = async (signal: AbortSignal): Promise<Self> => {
    const tried = await tryAgain(signal, () => client.auth.test());
    const { user_id, team_id, enterprise_id } = readReply('auth.test', reply, tried);
    return { user: user_id, team: team_id, organisation: enterprise_id ?? undefined };
  };
  return (signal) =>
    (known ??= read(signal).catch((error: unknown) => {
      known = undefined;
      throw error;
    }));
}
