import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { dateWords } from '#src/date-words.ts';
import { tripsWords } from '#src/summary/facts.ts';
import type { Sentence } from '#src/summary/sentence.ts';
import { addDays } from '#src/week.ts';

/** Words that claim a cause, judge, or are jargon. */
export const bannedWords =
  /\b(led to|due to|because of|drove|driven|boosted|impact|effect of|following|despite|thanks to|significant\w*|caused|mobility|baseline|WFH|OD|LAD|CI|surged|soared|plunged|slumped|plummeted)\b/iu;

/** What stands in a finding at a JSON pointer. */
const lookUp = (finding: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], finding);

/** The ways a value may be said, worked out again from the value alone. Only a level has a plural. */
function waysToSay(value: unknown, from: string): readonly string[] {
  if (typeof value === 'number') {
    const size = Math.abs(value).toLocaleString('en-GB');
    return [size, `${size}%`, tripsWords(value)];
  }
  const words = String(value);
  const iso = /^\d{4}-\d\d-\d\d$/u.test(words);
  if (iso) return [dateWords(words), dateWords(addDays(words, 6))];
  const plural = from === '/level' ? [`${words}s`] : [];
  return [words, words.charAt(0).toLowerCase() + words.slice(1), ...plural];
}

const numbers = /\d[\d,.]*(?:%| million| billion)?/gu;
const numbersIn = (text: string): readonly string[] =>
  [...text.matchAll(numbers)].map(([token]) => token.replace(/[.,]$/u, ''));

/** What is wrong with a sentence: numbers that are in none of its facts, and facts that do not say what stands in the finding. */
export function untracedIn(sentence: Sentence, finding: unknown): readonly string[] {
  const said = sentence.facts.flatMap(({ shown }) => numbersIn(shown));
  const loose = numbersIn(sentence.text).filter((token) => !said.includes(token));
  const wrong = sentence.facts.filter(
    ({ shown, from, value }) =>
      lookUp(finding, from) !== value || !waysToSay(value, from).includes(shown),
  );
  return [...loose, ...wrong.map(({ shown, from }) => `${shown} from ${from}`)];
}

/** The reading grade of some sentences, by Flesch and Kincaid. */
export function readingGrade(sentences: readonly string[]): number {
  const words = sentences.join(' ').split(/\s+/u);
  return fleschKincaid({
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((total, word) => total + Math.max(1, syllable(word)), 0),
  });
}
