import type { AnswerPost } from '#src/post.ts';
import { cutText } from './cut-text.ts';
import { fitSentences } from './fit-sentences.ts';
import { tidy } from './plain-text.ts';

/** The words of an answer, tidy and no longer than a message holds; each may be empty but for the caption. */
export type Told = {
  readonly echo: string;
  readonly first: string;
  readonly rest: readonly string[];
  readonly caption: string;
  readonly receipt: string;
};

/** Takes the words from an answer. Of very many sentences those in the middle are left out. */
export function tellAnswer({ echo, sentences, table, receipt }: AnswerPost): Told {
  const [first = '', ...rest] = sentences.map(tidy).filter((sentence) => sentence !== '');
  return {
    echo: cutText(tidy(echo), 1000),
    first: cutText(first, 1000),
    rest: fitSentences(rest, 3000),
    caption: cutText(tidy(table.caption), 300) || 'The numbers',
    receipt: cutText(tidy(receipt), 600),
  };
}
