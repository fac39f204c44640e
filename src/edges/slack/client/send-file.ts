import { setTimeout } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Picture } from '#src/ports.ts';
import type { FilePlace } from '#src/slack-port.ts';
import { attempt, hasRefused } from './attempt.ts';
import { readReply } from './read-reply.ts';
import { sendBytes } from './send-bytes.ts';
import { isUploadAddress } from './slack-address.ts';
import { makeSlackFault, orFault } from './slack-fault.ts';
import { tryAgain } from './try-again.ts';
import { withDeadline } from './with-deadline.ts';

/** `reads`, `writes`: clients. `apiUrl`: where bytes may go besides Slack's own hosts, on loopback. */
export type FileSending = {
  readonly reads: WebClient;
  readonly writes: WebClient;
  readonly apiUrl: string;
  readonly timeoutMs: number;
};

const placeReply = z.object({ file_id: z.string(), upload_url: z.string() });

/** A place for a picture. `name`: what is no letter, digit or hyphen in it is left out. Throws `SlackFault`. */
export async function reserveFile(
  { reads }: FileSending,
  picture: Picture,
  name: string,
  signal: AbortSignal,
): Promise<FilePlace> {
  const filename = `${
    name
      .replace(/\.png$/iu, '')
      .replaceAll(/[^a-z\d-]/giu, '')
      .slice(0, 80) || 'chart'
  }.png`;
  // Nothing is there until bytes come, so this may be asked again.
  const tried = await tryAgain(signal, () =>
    reads.files.getUploadURLExternal({ filename, length: picture.png.byteLength }),
  );
  const { file_id, upload_url } = readReply('files.getUploadURLExternal', placeReply, tried);
  return { file: file_id, url: upload_url };
}

/**
 * Sends a picture to its place, private to the bot, and waits until a post can show it. Each step once. Throws `SlackFault`: `bad_address` where Slack
 * named another's address, `file_not_ready` where it takes too long to look at the picture.
 */
export async function sendFile(
  { reads, writes, apiUrl, timeoutMs }: FileSending,
  { file, url }: FilePlace,
  picture: Picture,
  title: string,
): Promise<void> {
  if (!isUploadAddress(url, apiUrl))
    throw makeSlackFault('bad_address', 'upload: the address is not one of Slack', {
      retryable: false,
    });
  const body = new Uint8Array(picture.png);
  const sent = await sendBytes({ address: url, type: 'application/octet-stream', body }, timeoutMs);
  orFault('upload', sent);
  const completed = await attempt(() =>
    writes.files.completeUploadExternal({ files: [{ id: file, title }] }),
  );
  orFault('files.completeUploadExternal', completed);
  const late = () =>
    makeSlackFault('file_not_ready', 'files.info: Slack has not made the picture ready in time', {
      retryable: true,
    });
  await withDeadline(timeoutMs, late, (signal) => awaitReady(reads, file, signal));
}

const infoReply = z.object({ file: z.object({ mimetype: z.string().default('') }) });
const firstPauseMs = 100;
const longestPauseMs = 2000;

/** Slack looks at a file some time after its upload; until then it has no type, and may not be found. */
async function awaitReady(client: WebClient, file: string, signal: AbortSignal): Promise<void> {
  for (let pauseMs = firstPauseMs; !signal.aborted; pauseMs *= 1.6) {
    await setTimeout(Math.min(pauseMs, longestPauseMs));
    const tried = await tryAgain(signal, () => client.files.info({ file }));
    if (hasRefused(tried, ['file_not_found'])) continue;
    if (readReply('files.info', infoReply, tried).file.mimetype !== '') return;
  }
}
