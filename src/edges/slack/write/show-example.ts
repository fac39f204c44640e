import { commandName } from '../app/names.ts';

/** Words, and after them the question to try, if there is one, as it is typed in Slack. */
type Part = { readonly words: string; readonly example: string | undefined };

/** One text as its parts: each example ("Try: …") ends a part of its own. */
export const showExamples = (text: string): readonly Part[] =>
  text
    .split(/ (?=Try: )/u)
    .map((part) =>
      part.startsWith('Try: ')
        ? { words: 'Try: ', example: `${commandName} ${part.slice('Try: '.length)}` }
        : { words: part, example: undefined },
    );

/** The same as lines of plain text. */
export const exampleLines = (text: string): readonly string[] =>
  showExamples(text).map(({ words, example = '' }) => words + example);
