import type { KnownBlock } from '@slack/types';
import type { WordsPost } from '#src/post.ts';
import { cutText } from './cut-text.ts';
import { tidy } from './plain-text.ts';
import { richBlock, richLine } from './rich-text.ts';
import { splitText } from './split-text.ts';
import { richAbout } from './write-about.ts';
import { richChannels } from './write-channels.ts';

const longest = 2900;

/** What happened and what to do, tidy and no longer than a message holds; each may be empty. */
export const tellWords = ({
  message,
  next,
}: WordsPost): { readonly message: string; readonly next: string } => ({
  message: cutText(tidy(message), longest),
  next: cutText(tidy(next), longest),
});

/** The blocks of a refusal, a notice or a fault; no buttons. */
export function writeWords(post: WordsPost): readonly KnownBlock[] {
  const { message, next } = tellWords(post);
  const about = richAbout(post.about ?? {});
  return [
    ...(message === '' ? [] : [richBlock(richLine(message, true))]),
    ...splitText(next, longest).map((text) => richBlock(richLine(text))),
    ...(about === undefined ? [] : [richBlock(about)]),
    ...(post.channels.length === 0 ? [] : [richBlock(richChannels(post.channels))]),
  ];
}
