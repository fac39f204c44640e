import { z } from 'zod';
import { messageKind, messageState, type Message } from '#src/state/message.ts';
import type { Row } from './database.ts';

const messageRow = z.object({
  key: z.string(),
  kind: messageKind,
  channel: z.string(),
  owner: z.string(),
  body: z.string().transform((text): unknown => JSON.parse(text)),
  state: messageState,
  due: z.date(),
  attempts: z.number(),
  ts: z.string().nullable(),
  reason: z.string().nullable(),
  file: z.string().nullable(),
  content: z.string().nullable(),
});

export const messageColumns =
  'key, kind, channel, owner, body, state, due, attempts, ts, reason, file, content';

/** A message from its row of `messageColumns`. */
export function readMessage(row: Row): Message {
  const { ts, reason, file, content, ...message } = messageRow.parse(row);
  return {
    ...message,
    ts: ts ?? undefined,
    reason: reason ?? undefined,
    file: file ?? undefined,
    content: content === null ? undefined : JSON.parse(content),
  };
}
