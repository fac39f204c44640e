import type { TrendFinding } from '#src/finding.ts';
import { nameFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** A label inside a sentence: "Rail and Tube" becomes "rail and Tube"; all-capital words stay. */
export const lowerFirst = (words: string): string =>
  /^\p{Lu}\p{Ll}/u.test(words) || /^\p{Lu}\s/u.test(words)
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words;

/** "Trips in London", "Trips by rail in London"; in small letters where it stands inside a sentence. */
export function trendSubject(
  { spoken, mode }: TrendFinding,
  first: 'Trips' | 'trips' = 'Trips',
): Sentence {
  const place = nameFact(spoken, '/spoken');
  if (mode === undefined || mode.value === 'all') return say`${first} in ${place}`;
  return say`${first} by ${{ ...nameFact(mode.label, '/mode/label'), shown: lowerFirst(mode.label) }} in ${place}`;
}
