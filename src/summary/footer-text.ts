import type { ReleaseInfo } from '#src/release-info.ts';
import { nameFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** Where a chart's numbers are from, and that they are invented, where so. */
function sayRelease(release: ReleaseInfo): Sentence {
  const source = say`Source: ${nameFact(release.source, '/release/source')}. Release ${nameFact(release.releaseId, '/release/releaseId')}.`;
  return release.synthetic ? say`${source} Not real trips.` : source;
}

/** Said under a chart that shows [c]. */
export const sayWithheldMark: Sentence = say`[c]: withheld to protect people.`;

/** The footer of a chart: how to read its marks in one paragraph, where there is anything to say, then the source and the release. */
export function footerText(
  reading: readonly (Sentence | undefined)[],
  release: ReleaseInfo,
): readonly Sentence[] {
  const told = reading.filter((sentence) => sentence !== undefined);
  const marks =
    told.length === 0 ? [] : [told.reduce((line, sentence) => say`${line} ${sentence}`)];
  return [...marks, sayRelease(release)];
}
