import type { Post } from '#src/post.ts';
import { writePost, type Message, type Shown } from '../write/write-post.ts';
import { hasRefused, type Attempt } from './attempt.ts';
import { makeSlackFault } from './slack-fault.ts';

/** What came of the last layout that was tried, and which it was. */
export type Laid<T> = { readonly tried: Attempt<T>; readonly shown: Shown };

/** The layout was read and not taken, so that nothing was posted. */
const layoutRefusals = [
  'block_mismatch',
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'msg_too_long',
];

/**
 * Sends a post whole; where Slack does not take its layout, without the picture; then the words alone. Each is sent only once the one before was surely refused.
 * `report` is told of each layout that was not taken.
 */
export async function sendLayouts<T>(
  request: string,
  post: Post,
  report: (error: unknown) => unknown,
  send: (message: Message) => Promise<Attempt<T>>,
): Promise<Laid<T>> {
  const fewer: readonly Shown[] = hasPicture(post) ? ['noPicture', 'words'] : ['words'];
  let laid: Laid<T> = { tried: await send(writePost(post, 'whole')), shown: 'whole' };
  for (const shown of fewer) {
    if (!hasRefused(laid.tried, layoutRefusals)) return laid;
    report(layoutFault(request, laid));
    laid = { tried: await send(writePost(post, shown)), shown };
  }
  if (hasRefused(laid.tried, layoutRefusals)) report(layoutFault(request, laid));
  return laid;
}

const hasPicture = (post: Post): boolean =>
  post.kind === 'answer' && post.picture !== undefined && 'file' in post.picture;

function layoutFault(request: string, { tried, shown }: Laid<unknown>): Error {
  const failure = tried.kind === 'failed' ? tried.failure : undefined;
  const { code = 'invalid_blocks', places = [] } = failure?.kind === 'said' ? failure : {};
  const where = places.length === 0 ? '' : ` at ${places.slice(0, 5).join(', ')}`;
  return makeSlackFault(
    code,
    `${request}: Slack did not take the layout (${shown}: ${code})${where}`,
    { retryable: false },
  );
}
