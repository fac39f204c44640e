import { z } from 'zod';
import type { Person } from '#src/slack-port.ts';
import type { Self } from './make-read-self.ts';

/** Somebody who may read a channel. */
export type Member = Omit<Person, 'id'>;

/** A user as Slack describes them; of who has left, and of strangers, much is absent. */
export const slackUser = z.object({
  id: z.string(),
  team_id: z.string().nullish(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  enterprise_user: z.object({ enterprise_id: z.string().nullish() }).nullish(),
});

/**
 * What a user of Slack is to a channel of the bot's workspace. A stranger is whom Slack calls so, or who is neither of the workspace nor of its organisation. Where
 * Slack does not say that an account is unrestricted, it is a guest's.
 */
export function readMember(user: z.output<typeof slackUser>, self: Self): Member {
  const isOfTeam = user.team_id === self.team;
  const organisation = user.enterprise_user?.enterprise_id ?? undefined;
  const isOfOrganisation = organisation !== undefined && organisation === self.organisation;
  const isStranger = user.is_stranger === true || !(isOfTeam || isOfOrganisation);
  const isUnrestricted = user.is_restricted === false && user.is_ultra_restricted !== true;
  return {
    isGuest: !isUnrestricted && !isStranger && !user.deleted,
    isStranger,
    isBot: user.is_bot,
    isDeleted: user.deleted,
  };
}

/** Of whom Slack knows nothing, or tells nothing. */
export const unknownMember: Member = {
  isGuest: false,
  isStranger: true,
  isBot: false,
  isDeleted: false,
};
