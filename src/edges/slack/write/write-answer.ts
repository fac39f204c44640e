import type { ContextBlock, ImageBlock, KnownBlock } from '@slack/types';
import type { AnswerPost } from '#src/post.ts';
import { cutText } from './cut-text.ts';
import { fitTable } from './fit-table.ts';
import { plainText, tidy } from './plain-text.ts';
import { richBlock, richLine } from './rich-text.ts';
import { sayPicture } from './say-picture.ts';
import { splitText } from './split-text.ts';
import type { Told } from './tell-answer.ts';
import { writeTable } from './write-table.ts';

/** Characters of a block. */
const longestBlock = 2900;

/** Characters of all that a message shows: Slack was seen to refuse 11,341. */
const mostCharacters = 10_000;

/** Rows that Slack takes in a table. */
const mostRows = 100;

/** More sentences than these are a list. */
const mostInParagraph = 10;

/** The blocks of an answer, with its picture or without; no buttons. */
export function writeAnswer(
  { table, picture }: AnswerPost,
  told: Told,
  shown: 'whole' | 'noPicture',
): readonly KnownBlock[] {
  const image = shown === 'whole' ? writeImage(picture) : [];
  const fitted = fitTable(table, {
    rows: mostRows,
    characters: mostCharacters - sizeOf(told, image),
  });
  return [
    ...small([told.echo]),
    ...(told.first === '' ? [] : [richBlock(richLine(told.first, true))]),
    ...writeRest(told.rest),
    ...image,
    ...(fitted === undefined ? [] : [writeTable(told.caption, fitted)]),
    ...small([...(fitted?.notes ?? []), ...sayPicture(picture, shown)]),
    ...small([told.receipt]),
  ];
}

function sizeOf(
  { echo, first, rest, caption, receipt }: Told,
  [image]: readonly ImageBlock[],
): number {
  const texts = [echo, first, ...rest, caption, receipt, image?.alt_text ?? ''];
  const notesAndButtons = 1500;
  return texts.reduce((sum, text) => sum + text.length, notesAndButtons);
}

/** In small type, each line by itself. */
const small = (lines: readonly string[]): readonly ContextBlock[] => {
  const elements = lines.filter((line) => line !== '').map((line) => plainText(line, 1000));
  return elements.length === 0 ? [] : [{ type: 'context', elements }];
};

function writeImage(picture: AnswerPost['picture']): readonly ImageBlock[] {
  if (picture === undefined || 'lost' in picture) return [];
  const alt = cutText(tidy(picture.alt), 2000) || 'The chart of this answer.';
  return [{ type: 'image', slack_file: { id: picture.file }, alt_text: alt }];
}

function writeRest(rest: readonly string[]): readonly KnownBlock[] {
  if (rest.length === 0) return [];
  const isList = rest.length > mostInParagraph || rest.some((text) => text.startsWith('Try: '));
  return isList
    ? [
        richBlock({
          type: 'rich_text_list',
          style: 'bullet',
          elements: rest.map((text) => richLine(text)),
        }),
      ]
    : splitText(rest.join(' '), longestBlock).map((text) => richBlock(richLine(text)));
}
