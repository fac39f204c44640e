import type { TrendFinding } from '#src/finding.ts';
import { nameFact } from '#src/summary/facts.ts';
import { lowerFirst } from '#src/summary/lower-first.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** "Trips in London", "Trips by rail in London"; in small letters where it stands inside a sentence. */
export function trendSubject(
  { spoken, mode }: TrendFinding,
  first: 'Trips' | 'trips' = 'Trips',
): Sentence {
  const place = nameFact(spoken, '/spoken');
  if (mode === undefined || mode.value === 'all') return say`${first} in ${place}`;
  return say`${first} by ${{ ...nameFact(mode.label, '/mode/label'), shown: lowerFirst(mode.label) }} in ${place}`;
}
