import { z } from 'zod';
import { replyJson, type Reply } from './answer-request.ts';
import { checkMessage } from './check-message.ts';
import { no, noFor, type Answer } from './method.ts';
import { dropMessage, postEphemeral, postMessage } from './post-message.ts';
import { sayComplaint } from './say-complaint.ts';
import type { ResponseUrl, World } from './world.ts';

const LIFE_MS = 30 * 60_000;
const USES = 5;

const takes = z.strictObject({
  text: z.unknown().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).optional(),
  replace_original: z.boolean().optional(),
  delete_original: z.boolean().optional(),
  thread_ts: z.string().optional(),
  unfurl_links: z.boolean().optional(),
  unfurl_media: z.boolean().optional(),
});

/** The answer to a `response_url`. Every use counts, good or not. */
export function replyToResponse(
  world: World,
  url: string,
  { type, body }: { readonly type: string; readonly body: Buffer },
): Reply {
  const known = world.responseUrls.get(url);
  if (known === undefined) return replyJson(no('not_found'), 404);
  if (world.clock() - known.atMs > LIFE_MS) return replyJson(no('expired_url'), 404);
  if (known.uses >= USES) return replyJson(no('used_url'), 404);
  known.uses += 1;
  const answer = type.startsWith('application/json')
    ? respond(world, known, readJson(body))
    : no('invalid_payload');
  return answer.ok ? { status: 200, body: 'ok' } : replyJson(answer, 400);
}

/** Does what a message sent to a `response_url`, or in an acknowledgement, says. */
export function respond(world: World, known: ResponseUrl, said: unknown): Answer {
  const read = takes.safeParse(said, { reportInput: true });
  if (!read.success)
    return noFor(
      'invalid_payload',
      read.error.issues.map((issue) => sayComplaint(issue)),
    );
  const { delete_original: isGoing = false, replace_original: isNew = false, ...sent } = read.data;
  const message = world.messages.find(({ ts }) => ts === known.about);
  const ephemeral = world.ephemerals.find(({ ts }) => ts === known.about);
  const original = message ?? ephemeral;
  if ((isGoing || isNew) && original === undefined) return no('no_original');
  if (isGoing) {
    if (message !== undefined) dropMessage(world, message);
    if (ephemeral !== undefined) world.ephemerals.splice(world.ephemerals.indexOf(ephemeral), 1);
    return { ok: true };
  }
  const checked = checkMessage(world, sent);
  if ('ok' in checked) return checked;
  if (isNew && original !== undefined)
    Object.assign(original, checked, message !== undefined && { updatedAt: world.nextTs() });
  else if (sent.response_type === 'in_channel') {
    if (world.channels.get(known.channel)?.isArchived === true) return no('is_archived');
    postMessage(world, checked, { channel: known.channel, threadTs: sent.thread_ts });
  } else postEphemeral(world, checked, { channel: known.channel, user: known.user });
  return { ok: true };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
