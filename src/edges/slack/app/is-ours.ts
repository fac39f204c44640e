import { z } from 'zod';

/** The bot as it is installed: in one workspace. `enterprise`: the organisation of the workspace, where it has one. `user`, `bot`: the bot as a member. */
export type Identity = {
  readonly app: string;
  readonly team: string;
  readonly enterprise: string | undefined;
  readonly user: string;
  readonly bot: string;
};

const sender = z.object({
  api_app_id: z.string(),
  team_id: z.string().optional(),
  enterprise_id: z.string().nullish(),
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
});

/** Whether a delivery is of our workspace and for our app. Slack signs a delivery per app, and one app may be installed in several workspaces. */
export function isOurs(body: unknown, identity: Identity): boolean {
  const parsed = sender.safeParse(body).data;
  if (parsed === undefined) return false;
  const enterprise = parsed.enterprise_id || parsed.enterprise?.id || identity.enterprise;
  return (
    parsed.api_app_id === identity.app &&
    (parsed.team_id ?? parsed.team?.id) === identity.team &&
    enterprise === identity.enterprise
  );
}
