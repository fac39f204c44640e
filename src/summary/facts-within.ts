import type { Sentence } from '#src/summary/sentence.ts';

/** A sentence about a finding that is part of another: its facts point to the place in the whole. `at`: the part's JSON pointer. */
export const factsWithin = ({ text, facts }: Sentence, at: string): Sentence => ({
  text,
  facts: facts.map((fact) => ({ ...fact, from: `${at}${fact.from}` })),
});
