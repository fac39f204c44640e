import type { FoundMode } from '#src/finding.ts';
import { nameFact } from '#src/summary/facts.ts';
import { lowerFirst } from '#src/summary/lower-first.ts';
import { type Fact, say, type Sentence } from '#src/summary/sentence.ts';

/** The types of transport counted, inside a sentence: "rail and Tube". `from` points to the label. */
export const modeFact = ({ label }: FoundMode, from = '/mode/label'): Fact => ({
  ...nameFact(label, from),
  shown: lowerFirst(label),
});

/** " by rail and Tube" where one or some types of transport were asked for. */
export const byMode = (mode: FoundMode | undefined): Sentence =>
  mode === undefined || mode.value === 'all' ? say`` : say` by ${modeFact(mode)}`;

/** ", all transport" where the release declares several types and none was asked for. */
export const allModes = (mode: FoundMode | undefined): Sentence =>
  mode?.value === 'all' ? say`, ${modeFact(mode)}` : say``;
