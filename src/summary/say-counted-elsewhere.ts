import { nameFact, percentFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** The little that is counted elsewhere, where changes can be told all the same. `from` points to the part. */
export function sayCountedElsewhere(
  { percent, rest }: { readonly percent: number; readonly rest: string },
  from: string,
): Sentence {
  const share = percentFact(percent, `${from}/percent`);
  return say`Up to ${share} of the trips that started there are left out: they are counted as ${nameFact(rest, `${from}/rest`)}.`;
}
