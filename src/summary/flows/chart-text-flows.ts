import type { FlowMatrix, FlowsFinding, RankedFlows } from '#src/flows-finding.ts';
import { type CellUnit, cellUnit } from '#src/statistics/flows/cell-unit.ts';
import { barsOf } from '#src/statistics/flows/drawn-bars.ts';
import { nameFact, numberFact } from '#src/summary/facts.ts';
import { about, cellFact, partsWords, periodWords } from '#src/summary/flows/flows-words.ts';
import { footerText, sayWithheldMark } from '#src/summary/footer-text.ts';
import { allModes, byMode } from '#src/summary/mode-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

const average = (finding: FlowsFinding): Sentence =>
  finding.period.weeks.length === 1
    ? periodWords(finding)
    : say`average of ${periodWords(finding)}`;

const unitWords = (unit: CellUnit, aWeek: string): Sentence =>
  unit === 'trips'
    ? say`Trips${aWeek}`
    : say`${unit === 'thousands' ? 'Thousands' : 'Millions'} of trips${aWeek}`;

/** The chart's subtitle: measure, unit, geography, period. */
export function subtitleFlows(finding: FlowsFinding): Sentence {
  const aWeek = finding.period.weeks.length === 1 ? '' : ' a week';
  if (finding.shape === 'matrix')
    return say`${unitWords(cellUnit(finding), aWeek)}${byMode(finding.mode)}${allModes(finding.mode)}, from each of ${numberFact(finding.places.length, '/places/length')} ${partsWords(finding)} to each, ${average(finding)}`;
  const place = nameFact(finding.place.spoken, '/place/spoken');
  const which =
    finding.way === 'into'
      ? say`that ended in ${place} and started outside it`
      : say`that started in ${place} and ended outside it`;
  return say`Trips${aWeek}${byMode(finding.mode)} ${which}${allModes(finding.mode)}, ${average(finding)}`;
}

function readRanked(finding: RankedFlows): readonly (Sentence | undefined)[] {
  const { place, within, way, atLeast, partly } = finding;
  const bars = barsOf(finding, 'drawn');
  const inside = cellFact(within, '/within');
  return [
    inside &&
      say`Not drawn: ${about(partly !== undefined)} ${inside} trips within ${nameFact(place.spoken, '/place/spoken')}.`,
    bars.some(
      ({ kind, trips }) => (kind === 'elsewhere' || kind === 'rest') && trips.kind === 'published',
    )
      ? say`Grey: flows too small to show by themselves.`
      : undefined,
    atLeast
      ? way === 'into'
        ? say`Small flows are counted elsewhere, so a place may have more trips than its bar shows.`
        : say`Small flows of the place are left out, so bars may be too short.`
      : undefined,
    bars.some(({ trips }) => trips.kind === 'suppressed') ? sayWithheldMark : undefined,
  ];
}

const readMatrix = ({ elsewhere }: FlowMatrix): readonly (Sentence | undefined)[] => [
  elsewhere &&
    (elsewhere.isInside
      ? say`Elsewhere: trips that started in one of these places, but we do not know which.`
      : say`Elsewhere: trips that may have started in one of these places or not.`),
];

/** The footer: how to read the marks, then the source, the release and, where so, that the data are invented. */
export function footerFlows(finding: FlowsFinding): readonly Sentence[] {
  const { release } = finding;
  const marks = finding.shape === 'ranked' ? readRanked(finding) : readMatrix(finding);
  return footerText([...marks, say`Numbers are rounded, so sums may differ a little.`], release);
}
