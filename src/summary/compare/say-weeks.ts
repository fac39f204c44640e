import type { CompareFinding, WeekCounts } from '#src/compare-finding.ts';
import { measuredAt, measuredItems } from '#src/summary/compare/change-words.ts';
import { numberFact, percentFact, weekToFact } from '#src/summary/facts.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** "4", or "2 to 4". */
function countOf({ least, most }: WeekCounts, from: string): Sentence {
  const low = numberFact(least, `${from}/least`);
  return least === most ? say`${low}` : say`${low} to ${numberFact(most, `${from}/most`)}`;
}

/** What is compared with what. */
function whichWeeks({ asked, weeks }: CompareFinding): readonly Sentence[] {
  if (weeks === undefined) return [];
  const before = countOf(weeks.before, '/weeks/before');
  return asked === 'latest'
    ? [say`Usual is the average of the ${before} ordinary weeks before.`]
    : [
        say`Each figure compares ${countOf(weeks.after, '/weeks/after')} ordinary weeks after the date with ${before} before.`,
      ];
}

function roundedToFive(finding: CompareFinding): readonly Sentence[] {
  const measured = measuredItems(finding);
  const fives = measured.filter((index) => measuredAt(finding, index)?.percent.to === 5);
  const [index] = fives;
  if (index === undefined) return [];
  const five = percentFact(5, `/items/${index}/change/percent/to`);
  const some = fives.length < measured.length ? 'some figures ' : '';
  return [say`Protection moves small numbers a little, so we round ${some}to the nearest ${five}.`];
}

/** The weeks that the figures are from, and how they are rounded. */
export function sayWeeks(finding: CompareFinding): readonly Sentence[] {
  const { runTo, acrossChristmas } = finding;
  return [
    ...whichWeeks(finding),
    ...(runTo === undefined
      ? []
      : [say`With holidays left out, those weeks run as late as ${weekToFact(runTo, '/runTo')}.`]),
    ...(acrossChristmas === 'none'
      ? []
      : [
          say`${acrossChristmas === 'some' ? 'For some, ' : ''}Christmas falls within the weeks compared, and trips differ by season.`,
        ]),
    ...roundedToFive(finding),
  ];
}
