import type { CompareFinding } from '#src/compare-finding.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** What changed on the dates compared around, where all of them are about working at home, in every row with a figure. */
function whatChanged({ dates }: CompareFinding): string | undefined {
  const kinds = dates.map(({ event, items, where }) =>
    items.every((index) => where.includes(index)) ? (event?.kind ?? '') : '',
  );
  if (kinds.some((kind) => !kind.startsWith('wfh_'))) return undefined;
  const laws = kinds.filter((kind) => kind.startsWith('wfh_law')).length;
  if (laws === 0) return 'guidance';
  return laws === kinds.length ? 'law' : 'guidance or law';
}

/** Said with every comparison around a date: timing is not cause. */
export function causeCaveat(finding: CompareFinding): Sentence | undefined {
  if (finding.asked === 'latest' || finding.counts.measured === 0) return undefined;
  const what = whatChanged(finding);
  if (finding.counts.rose + finding.counts.fell === 0)
    return what === undefined
      ? say`Other things changed at the same time, so this does not show what made the difference, if there is one.`
      : say`Other things changed at the same time, so this does not show what difference, if any, the change in ${what} made.`;
  return what === undefined
    ? say`Other things changed at the same time, so this does not show what caused any rise or fall.`
    : say`Other things changed at the same time, so this does not show that the change in ${what} caused any rise or fall.`;
}
