import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { replyJson, replyLater, type Reply } from './answer-request.ts';
import { no, type Answer, type Method } from './method.ts';
import { methods } from './methods/all.ts';
import type { World } from './world.ts';

const record = z.record(z.string(), z.unknown());

/** The answer to a call of the Web API: pace first, then token, scope and arguments. */
export function replyToCall(
  world: World,
  name: string,
  { headers, body }: { readonly headers: IncomingHttpHeaders; readonly body: Buffer },
): Reply {
  const said = readBody(headers['content-type'] ?? '', body);
  const scopes = { 'x-oauth-scopes': [...world.scopes].join(',') };
  if (said === undefined) return replyJson(no('invalid_post_type'), 200, scopes);
  // Bolt's own client names the workspace in every call.
  const { token: inBody, team_id: team = world.teamId, ...args } = said;
  const token = /^Bearer (.+)$/u.exec(headers.authorization ?? '')?.[1] ?? inBody;
  const method = methods.get(name);
  if (method === undefined) return replyJson(no('unknown_method'), 200, scopes);
  const refusal = checkToken(world, method, token);
  if (refusal !== undefined) return replyJson(refusal, 200, scopes);
  if (team !== world.teamId) return replyJson(no('team_not_found'), 200, scopes);
  const wait = world.limits.take(name, method.pace, String(args['channel']));
  if (wait !== undefined) return replyLater(wait);
  return replyJson(method.call(args, world), 200, scopes);
}

function checkToken(world: World, method: Method, token: unknown): Answer | undefined {
  if (token === undefined || token === '') return no('not_authed');
  if (token !== world.botToken && token !== world.appToken) return no('invalid_auth');
  const kind = token === world.botToken ? 'bot' : 'app';
  return method.token === 'any' || method.token === kind ? undefined : no('not_allowed_token_type');
}

function readBody(type: string, body: Buffer): Readonly<Record<string, unknown>> | undefined {
  if (body.length === 0) return {};
  if (type.startsWith('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(body.toString()));
  if (!type.startsWith('application/json')) return undefined;
  try {
    return record.safeParse(JSON.parse(body.toString())).data;
  } catch {
    return undefined;
  }
}
