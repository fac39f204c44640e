import type { KnownBlock } from '@slack/types';
import type { AnswerPost, Post, WordsPost } from '#src/post.ts';
import { plainText } from './plain-text.ts';
import { sayPicture } from './say-picture.ts';
import { tellAnswer } from './tell-answer.ts';
import { writeAnswer } from './write-answer.ts';
import { writeButtons } from './write-buttons.ts';
import { markedAbout } from './write-about.ts';
import { markedChannels } from './write-channels.ts';
import { writeParagraphs } from './write-paragraphs.ts';
import { writePlainTable } from './write-plain-table.ts';
import { nothingToShow, writeText } from './write-text.ts';
import { tellWords, writeWords } from './write-words.ts';

/** How much of a post a message shows: all; all but the picture; or the words alone, in the plainest blocks. */
export type Shown = 'whole' | 'noPicture' | 'words';

/** A message as `chat.postMessage` and a `response_url` take it. `text`: markup, at most 3,000 characters; it says what the blocks say. */
export type Message = { readonly text: string; readonly blocks: KnownBlock[] };

/** Writes a post within every limit of Slack, whatever it holds. No text in it can become markup, a mention, a link or an emoji. */
export function writePost(post: Post, shown: Shown): Message {
  const { text, blocks } = post.kind === 'answer' ? answer(post, shown) : words(post, shown);
  const all = [...blocks, ...writeButtons(post.buttons)];
  return { text, blocks: all.length === 0 ? [nothing] : all };
}

type Written = { readonly text: string; readonly blocks: readonly KnownBlock[] };

const nothing: KnownBlock = { type: 'section', text: plainText(nothingToShow, 100) };

function answer(post: AnswerPost, shown: Shown): Written {
  const told = tellAnswer(post);
  const { first, rest, caption, echo, receipt } = told;
  const picture = sayPicture(post.picture, shown);
  if (shown === 'words') {
    const table = writePlainTable(post.table, caption);
    const parts = [[echo], [first], rest, table, picture, [receipt]];
    return {
      text: writeText([first, ...rest, ...table, ...picture, echo, receipt]),
      blocks: writeParagraphs(parts.map((lines) => lines.join('\n'))),
    };
  }
  const isTable = post.table.rows.length > 0 && post.table.columns.length > 0;
  const table = isTable ? [`There is a table in this message: ${caption}.`] : [];
  return {
    text: writeText([first, ...rest, ...table, ...picture, echo, receipt]),
    blocks: writeAnswer(post, told, shown),
  };
}

function words(post: WordsPost, shown: Shown): Written {
  const { message, next } = tellWords(post);
  const marked = [markedAbout(post.about ?? {}), markedChannels(post.channels)].filter(
    (line) => line !== '',
  );
  const text = writeText([message, next], marked.join('\n'));
  if (shown !== 'words') return { text, blocks: writeWords(post) };
  const sections = marked.map((line): KnownBlock => ({
    type: 'section',
    text: { type: 'mrkdwn', text: line, verbatim: true },
  }));
  return { text, blocks: [...writeParagraphs([message, next]), ...sections] };
}
