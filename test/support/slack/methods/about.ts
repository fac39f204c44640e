import { z } from 'zod';
import { json, text } from '../arguments.ts';
import { makeMethod, no } from '../method.ts';
import { validateBlocks, validateMessage, validateView } from '../validate-blocks.ts';

/** `auth.test`: who the token is. */
export const authTest = makeMethod({
  pace: 'free',
  token: 'any',
  takes: z.strictObject({}),
  run: (_, world) => ({
    ok: true,
    url: `https://${world.teamDomain}.slack.com/`,
    team: world.teamDomain,
    user: world.users.get(world.botUserId)?.name,
    team_id: world.teamId,
    user_id: world.botUserId,
    bot_id: world.botId,
    is_enterprise_install: false,
  }),
});

/** `api.test`: says back what it was sent. */
export const apiTest = makeMethod({
  pace: 4,
  token: 'any',
  takes: z.looseObject({ error: text.optional() }),
  run: (args) => (args.error === undefined ? { ok: true, args } : no(args.error, { args })),
});

/** `apps.connections.open`: an address for one Socket Mode connection. */
export const appsConnectionsOpen = makeMethod({
  pace: 1,
  token: 'app',
  takes: z.strictObject({}),
  run: (_, world) => {
    const ticket = world.nextId('K');
    world.tickets.add(ticket);
    const origin = world.origin.replace(/^http/u, 'ws');
    return { ok: true, url: `${origin}/link/?ticket=${ticket}&app_id=${world.appId}` };
  },
});

/** `bots.info`: the bot. */
export const botsInfo = makeMethod({
  pace: 3,
  scope: 'users:read',
  takes: z.strictObject({ bot: text.optional() }),
  run: ({ bot }, world) =>
    bot === undefined || bot === world.botId
      ? {
          ok: true,
          bot: {
            id: world.botId,
            deleted: false,
            name: world.users.get(world.botUserId)?.name,
            app_id: world.appId,
            user_id: world.botUserId,
          },
        }
      : no('bot_not_found'),
});

/** `team.info`: the workspace. */
export const teamInfo = makeMethod({
  pace: 3,
  scope: 'team:read',
  takes: z.strictObject({ team: text.optional() }),
  run: (_, { teamId, teamDomain }) => ({
    ok: true,
    team: { id: teamId, name: teamDomain, domain: teamDomain },
  }),
});

const sentMessage = z.looseObject({ text: z.unknown().optional(), blocks: z.unknown().optional() });

/** `blocks.validate`: exactly one of blocks, a message and a view, and what is wrong with it. */
export const blocksValidate = makeMethod({
  pace: 3,
  takes: z.strictObject({
    blocks: json.optional(),
    message: json.optional(),
    view: json.optional(),
  }),
  run: ({ blocks, message, view }) => {
    if ([blocks, message, view].filter((each) => each !== undefined).length !== 1)
      return no('invalid_arguments');
    const [error, complaints] =
      blocks !== undefined
        ? ['invalid_blocks', validateBlocks(blocks)]
        : message !== undefined
          ? ['invalid_message', validateMessage(sentMessage.catch({}).parse(message))]
          : ['invalid_view', validateView(view)];
    const errors = complaints.map((complaint) => ({
      pointer: /\[json-pointer:(.*)\]$/u.exec(complaint)?.[1] ?? '',
      code: 'failed_constraint',
      message: complaint,
    }));
    return errors.length === 0 ? { ok: true } : no(error, { errors });
  },
});
