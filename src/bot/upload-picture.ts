import type { Outcome } from '#src/answer.ts';
import { Fault } from '#src/fault.ts';
import type { Prepared } from '#src/state/sender.ts';
import type { DeliveringParts } from './delivering-parts.ts';
import type { Turn } from './prepare-answer.ts';
import { removeFile } from './remove-file.ts';

/** `lost`: there is a picture, but not in Slack; the reference is in the log. */
export type Uploaded =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'lost'; readonly reference: string }
  | { readonly kind: 'none' };

type NotPosted = Extract<Prepared, { readonly kind: 'notPosted' }>;

/** So often a picture is tried while Slack takes no files for now; then the answer goes without. */
const mostTries = 3;

/** Uploads the picture of an answer. Its file is entered before its bytes go, so that none is ever left that nobody knows of. Throws `StoreFault`. */
export async function uploadPicture(
  turn: Turn,
  { picture, lostPicture, reply }: Extract<Outcome, { readonly kind: 'answered' }>,
  parts: DeliveringParts,
): Promise<Uploaded | NotPosted> {
  if (lostPicture !== undefined) return { kind: 'lost', reference: lostPicture };
  if (picture === undefined) return { kind: 'none' };
  const { claim, keep } = turn;
  const { slack } = parts;
  let file: string | undefined;
  try {
    const place = await slack.reserveFile(picture, 'mobility.png');
    if (!(await keep(place.file))) return takenOver;
    file = place.file;
    await slack.sendFile(place, picture, reply.table.caption);
    // Whoever took the message over meanwhile deleted a file that was not there yet.
    if (await keep(file)) return { kind: 'file', file };
    await removeFile(claim, file, parts);
    return takenOver;
  } catch (fault) {
    if (file !== undefined) await removeFile(claim, file, parts);
    if (!(fault instanceof Fault) || fault.name !== 'SlackFault') throw fault;
    if (fault.retryable && claim.attempts < mostTries)
      return { kind: 'notPosted', reason: fault.code, retryAfterMs: fault.retryAfterMs };
    return { kind: 'lost', reference: parts.report(fault) };
  }
}

const takenOver: NotPosted = { kind: 'notPosted', reason: 'taken_over', retryAfterMs: undefined };
