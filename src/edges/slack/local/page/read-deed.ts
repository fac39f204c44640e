import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

const longestBody = 64 * 1024;

const place = { channel: z.string(), ts: z.string() };

/** By the block of each field. */
const filled = z.record(z.string().max(255), z.string().max(4000));

/** What somebody does on the page. */
const deed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), text: z.string().max(4000) }),
  z.strictObject({ kind: z.literal('press'), ...place, action: z.string(), block: z.string() }),
  z.strictObject({ kind: z.literal('pressHome'), action: z.string(), block: z.string() }),
  z.strictObject({
    kind: z.literal('mention'),
    thread: z.string().optional(),
    text: z.string().max(4000),
  }),
  z.strictObject({ kind: z.literal('explain'), ...place }),
  z.strictObject({ kind: z.literal('submit'), filled }),
  z.strictObject({ kind: z.literal('edit'), block: z.string(), filled }),
  z.strictObject({ kind: z.literal('cancel') }),
  z.strictObject({ kind: z.literal('home') }),
]);
export type Deed = Readonly<z.output<typeof deed>>;

/** Reads a deed; undefined where there is none, or the body is too long. */
export async function readDeed(request: IncomingMessage): Promise<Deed | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    // `as`: a request without an encoding gives bytes.
    const bytes = chunk as Buffer;
    length += bytes.length;
    if (length > longestBody) return undefined;
    chunks.push(bytes);
  }
  try {
    return deed.safeParse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
