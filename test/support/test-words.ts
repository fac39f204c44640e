import { expect, test } from 'vitest';
import { countWords, type Sentence } from '#src/summary/sentence.ts';
import { bannedWords, readingGrade, untracedIn } from '#test/support/traced-words.ts';

/**
 * All that is said of one finding. `sentences`: the answer; `chart`: the words around its chart, the text alternative last; `recorded`: what the snapshot holds, line by line.
 * `start`: how a sentence may begin; `unproven`: other texts, such as the cells of a table, which no fact stands behind.
 */
export type Words = {
  readonly finding: unknown;
  readonly sentences: readonly Sentence[];
  readonly chart?: readonly Sentence[];
  readonly recorded: readonly string[];
  readonly start?: RegExp;
  readonly unproven?: readonly string[];
};

/** The one caveat that speaks of causes. */
const causeCaveat = /^Other things changed at the same time, so this does not show /u;
/** A question to type is no sentence. */
const example = /^Try: /u;
const misprint = /–|—|undefined|NaN|−0|  | ,|\.\./u;

/** Registers what holds for the words of every finding: they are as recorded, traced, short, plain and easy to read. */
export function testWords({ finding, sentences, chart = [], ...words }: Words): void {
  const all = [...sentences, ...chart];
  const prose = sentences.map(({ text }) => text).filter((text) => !example.test(text));

  test('says this', () => {
    expect(words.recorded.join('\n')).toMatchSnapshot();
  });

  test('every number and name is traced to the finding', () => {
    for (const sentence of all) expect(untracedIn(sentence, finding), sentence.text).toEqual([]);
  });

  test('sentences are short, plain and end in a full stop', () => {
    for (const text of prose) {
      expect(countWords(text), text).toBeLessThanOrEqual(25);
      expect(text).toMatch(words.start ?? /^\p{Lu}/u);
      expect(text).toMatch(/\.$/u);
    }
    for (const { text } of all) expect(text).not.toMatch(misprint);
  });

  test('no word claims a cause, judges or is jargon', () => {
    for (const text of [...all.map((sentence) => sentence.text), ...(words.unproven ?? [])])
      if (!causeCaveat.test(text)) expect(text).not.toMatch(bannedWords);
  });

  test('a reader of 14 can read it', () => {
    expect(readingGrade(prose)).toBeLessThanOrEqual(9);
  });

  const alt = chart.at(-1);
  if (alt === undefined) return;
  test('the text alternative fits a message, and says where the numbers are', () => {
    expect(alt.text.length).toBeLessThanOrEqual(2000);
    expect(alt.text).toMatch(/The table with this chart holds the numbers\.$/u);
  });
}
