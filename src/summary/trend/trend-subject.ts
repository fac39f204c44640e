import type { Ends, TrendFinding } from '#src/finding.ts';
import { nameFact } from '#src/summary/facts.ts';
import { byMode } from '#src/summary/mode-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

type Counted = { readonly ends: Ends; readonly mode: TrendFinding['mode'] };

/** "in London" of trips that end there, "from Leeds", "from Leeds to London". */
function endsWords({ origin, destination }: Ends): Sentence {
  const from = nameFact(origin ?? '', '/ends/origin');
  const to = nameFact(destination ?? '', '/ends/destination');
  if (origin === undefined) return say`in ${to}`;
  return destination === undefined ? say`from ${from}` : say`from ${from} to ${to}`;
}

/** The same where it must be said which end counts: "that end in London". */
export function endsInFull(ends: Ends): Sentence {
  const { origin, destination } = ends;
  if (origin === undefined) return say`that end ${endsWords(ends)}`;
  return destination === undefined
    ? say`that start in ${nameFact(origin, '/ends/origin')}`
    : endsWords(ends);
}

/** "Trips in London", "Trips by rail from Leeds to London"; in small letters where it stands inside a sentence. */
export function trendSubject(
  { ends, mode }: Counted,
  first: 'Trips' | 'trips' = 'Trips',
): Sentence {
  return say`${first}${byMode(mode)} ${endsWords(ends)}`;
}
