import type { RichTextSection } from '@slack/types';
import type { About } from '#src/post.ts';
import { cutText } from './cut-text.ts';
import { escapeText } from './escape-text.ts';
import { tidy } from './plain-text.ts';

type Piece =
  | { readonly kind: 'words' | 'question'; readonly text: string }
  | { readonly kind: 'channel'; readonly id: string };

const longest = 500;

/** What words are about, in pieces; none where that is not known. */
function piecesOf({ question = '', channel }: About): readonly Piece[] {
  const asked = cutText(tidy(question), longest);
  const where: readonly Piece[] = channel === undefined ? [] : [{ kind: 'channel', id: channel }];
  if (asked === '')
    return where.length === 0 ? [] : [{ kind: 'words', text: 'This is about ' }, ...where];
  return [
    { kind: 'words', text: 'You asked: ' },
    { kind: 'question', text: asked },
    ...(where.length === 0 ? [] : [{ kind: 'words' as const, text: ' in ' }, ...where]),
  ];
}

/** What words are about: a question as it can be typed, and a channel as Slack's own link, which shows a name only to those who may see it. Undefined where that is not known. */
export function richAbout(about: About): RichTextSection | undefined {
  const pieces = piecesOf(about);
  return pieces.length === 0
    ? undefined
    : { type: 'rich_text_section', elements: pieces.map(elementOf) };
}

function elementOf(piece: Piece): RichTextSection['elements'][number] {
  switch (piece.kind) {
    case 'words':
      return { type: 'text', text: piece.text };
    case 'question':
      return { type: 'text', text: piece.text, style: { code: true } };
    case 'channel':
      return { type: 'channel', channel_id: piece.id };
    default:
      return piece satisfies never;
  }
}

/** The same as markup; empty where that is not known. */
export const markedAbout = (about: About): string =>
  piecesOf(about)
    .map((piece) => (piece.kind === 'channel' ? `<#${piece.id}>` : escapeText(piece.text)))
    .join('');
