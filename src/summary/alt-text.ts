import { say, type Sentence } from '#src/summary/sentence.ts';

/** Longest alternative text that Slack takes, in characters. */
const longest = 2000;

const closing = say`The table with this chart holds the numbers.`;

/** The text for those who do not see a chart: as many of the sentences as there is room for, in their order, then where the numbers are. At most 2,000 characters. */
export function altText(sentences: readonly Sentence[]): Sentence {
  let room = longest - closing.text.length;
  const fitting = sentences.filter(({ text }) => {
    room -= text.length + 1;
    return room >= 0;
  });
  return [...fitting, closing].reduce((all, sentence) => say`${all} ${sentence}`);
}
