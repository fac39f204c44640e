import { z } from 'zod';
import { json, paged, text, whole } from '../arguments.ts';
import { makeMethod, no, type Answer } from '../method.ts';
import { isReady, pictureType, shows } from '../shown-files.ts';
import type { StoredFile, World } from '../world.ts';

/** `files.getUploadURLExternal`. `alt_text`, the SDK's name for `alt_txt`, is taken and forgotten. */
export const filesGetUploadUrl = makeMethod({
  pace: 4,
  scope: 'files:write',
  takes: z.strictObject({
    filename: text.min(1),
    length: whole,
    alt_txt: text.optional(),
    alt_text: text.optional(),
    snippet_type: text.optional(),
  }),
  run: ({ filename, length, alt_txt: altText }, world) => {
    if (length < 1) return no('missing_argument');
    if ((altText ?? '').length > 1000) return no('alt_txt_too_large');
    const id = world.nextId('F');
    const uploadKey = world.nextId('Q');
    world.files.set(id, {
      id,
      name: filename,
      title: filename,
      altText,
      owner: world.botUserId,
      length,
      bytes: undefined,
      uploadKey,
      readyAtMs: undefined,
      createdMs: world.clock(),
    });
    return { ok: true, file_id: id, upload_url: `${world.origin}/upload/v1/${uploadKey}` };
  },
});

/** `files.completeUploadExternal`, for private files: sharing into a channel this way is refused. Each file once. */
export const filesCompleteUpload = makeMethod({
  pace: 4,
  scope: 'files:write',
  takes: z.strictObject({
    files: json.pipe(z.array(z.strictObject({ id: text, title: text.optional() })).min(1)),
    channel_id: text.optional(),
    channels: text.optional(),
    initial_comment: text.optional(),
    thread_ts: text.optional(),
    blocks: json.optional(),
  }),
  run: ({ files, channel_id, channels }, world) => {
    if (channel_id !== undefined || channels !== undefined) return no('posting_to_channel_denied');
    const found = files.map(({ id }) => world.files.get(id));
    if (found.some((file) => file?.owner !== world.botUserId)) return no('file_not_found');
    if (found.some((file) => file?.bytes === undefined || file.readyAtMs !== undefined))
      return no('file_update_failed');
    for (const { id, title } of files) {
      const file = world.files.get(id);
      if (file === undefined) continue;
      file.title = title ?? file.title;
      file.readyAtMs = world.clock() + world.fileReadyAfterMs;
    }
    return { ok: true, files: files.map(({ id, title = '' }) => ({ id, title })) };
  },
});

/** `files.info`: the bot's own, once complete. Until it is ready it has no type. */
export const filesInfo = makeMethod({
  pace: 4,
  scope: 'files:read',
  takes: z.strictObject({
    file: text,
    count: whole.optional(),
    page: whole.optional(),
    ...paged,
  }),
  run: ({ file: id }, world) => {
    const file = ownFile(world, id);
    if ('ok' in file) return file;
    if (file.readyAtMs === undefined) return no('file_not_found');
    return { ok: true, file: showFile(world, file), comments: [] };
  },
});

/** `files.delete`: the bot's own. */
export const filesDelete = makeMethod({
  pace: 3,
  scope: 'files:write',
  takes: z.strictObject({ file: text }),
  run: ({ file: id }, world) => {
    const file = ownFile(world, id);
    if ('ok' in file) return file;
    world.files.delete(id);
    return { ok: true };
  },
});

function ownFile(world: World, id: string): StoredFile | Answer {
  const file = world.files.get(id);
  return file?.owner === world.botUserId ? file : no('file_not_found');
}

function showFile(world: World, file: StoredFile): Readonly<Record<string, unknown>> {
  const type = isReady(world, file) ? (pictureType(file) ?? 'text') : '';
  const place = `${world.teamId}-${file.id}/${file.name}`;
  const mime = {
    '': '',
    png: 'image/png',
    jpg: 'image/jpeg',
    gif: 'image/gif',
    text: 'text/plain',
  };
  const seenIn = world.sharesListFiles
    ? world.messages.filter(({ blocks }) => shows(world, blocks, file))
    : [];
  const shares = Object.fromEntries(
    Object.entries(Object.groupBy(seenIn, ({ channel }) => channel)).map(([channel, messages]) => [
      channel,
      messages?.map(({ ts }) => ({ ts })),
    ]),
  );
  return {
    id: file.id,
    created: Math.floor(file.createdMs / 1000),
    name: file.name,
    title: file.title,
    mimetype: mime[type],
    filetype: type,
    user: file.owner,
    size: file.length,
    mode: 'hosted',
    is_public: false,
    alt_txt: file.altText,
    url_private: `https://files.slack.com/files-pri/${place}`,
    permalink: `https://${world.teamDomain}.slack.com/files/${file.owner}/${file.id}/${file.name}`,
    channels: Object.keys(shares),
    shares: seenIn.length === 0 ? {} : { private: shares },
  };
}
