import type { Reply } from './answer-request.ts';
import type { World } from './world.ts';

/** The answer to the bytes of a file, raw or as the one file of a form. The address is good once, whatever comes; the bytes must be as many as were declared. */
export async function replyToUpload(
  world: World,
  key: string,
  { type, body }: { readonly type: string; readonly body: Buffer },
): Promise<Reply> {
  const file = [...world.files.values()].find(({ uploadKey }) => uploadKey === key);
  if (file === undefined) return { status: 404, body: 'not found', error: 'not_found' };
  file.uploadKey = undefined;
  const bytes = type.startsWith('multipart/form-data') ? await fileInForm(type, body) : body;
  if (bytes?.length !== file.length) return { status: 400, body: 'wrong length', error: 'length' };
  file.bytes = bytes;
  return { status: 200, body: `OK - ${file.length}` };
}

async function fileInForm(type: string, body: Buffer): Promise<Buffer | undefined> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData());
  for (const value of form.values())
    if (typeof value !== 'string') return Buffer.from(await value.arrayBuffer());
  return undefined;
}
