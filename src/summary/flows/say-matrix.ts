import type { FlowMatrix, FlowsLead } from '#src/flows-finding.ts';
import { nameFact, numberFact } from '#src/summary/facts.ts';
import {
  about,
  cellFact,
  partsWords,
  thePartsWords,
  periodWords,
  tripsAWeek,
} from '#src/summary/flows/flows-words.ts';
import { largestWords, leadLists, tieWords } from '#src/summary/flows/lead-words.ts';
import { firstShort, isShort } from '#src/summary/is-short.ts';
import { listWords } from '#src/summary/list-words.ts';
import { byMode } from '#src/summary/mode-words.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** One of the largest flows: its ends by name, and its trips. */
function flowAt({ places, cells }: FlowMatrix, at: { origin: number; destination: number }) {
  const { origin, destination } = at;
  const cell = cells[origin]?.[destination] ?? { kind: 'suppressed' as const };
  return {
    from: nameFact(places[origin]?.spoken ?? '', `/places/${origin}/spoken`),
    to: nameFact(places[destination]?.spoken ?? '', `/places/${destination}/spoken`),
    trips: cellFact(cell, `/cells/${origin}/${destination}`) ?? say`[c]`,
  };
}

type Named = ReturnType<typeof flowAt>;

/** The largest flow, and those next to it; flows that cannot be ranked are told of together. */
function sayLead(finding: FlowMatrix, lead: FlowsLead, flows: readonly Named[]) {
  const [first, ...next] = flows;
  const flow = say`${largestWords(finding)} flow`;
  const between = say`${byMode(finding.mode)} between ${thePartsWords(finding)}`;
  if (first === undefined) return [];
  if (lead.kind !== 'clear')
    return [
      ...withPeriod(finding, say`${flow}s${between} were ${tieWords(lead)}`),
      sayTied(finding, lead, flows),
    ];
  const trips = say`${about(finding.atLeast)} ${first.trips} ${tripsAWeek(finding)}`;
  const was = say`${flow}${between} was from ${first.from} to ${first.to}, ${trips}`;
  return [...withPeriod(finding, was), ...sayNext(lead, next)];
}

function sayTied(finding: FlowMatrix, lead: FlowsLead, flows: readonly Named[]): Sentence {
  const items = flows.map(({ from, to, trips }, at) =>
    at === 0
      ? say`from ${from} to ${to} (${about(finding.atLeast)} ${trips} ${tripsAWeek(finding)})`
      : say`from ${from} to ${to} (${trips})`,
  );
  return firstShort(leadLists(lead, items).map((list) => say`They were ${list}.`));
}

/** The period in the same sentence where there is room, else in one of its own. */
function withPeriod(finding: FlowMatrix, clause: Sentence): readonly Sentence[] {
  const when = periodWords(finding);
  const whole = say`In ${when}, the ${clause}.`;
  return isShort(whole) ? [whole] : [say`The ${clause}.`, say`That is for ${when}.`];
}

/** Those after the first that are clear of all others. */
function sayNext({ counts }: FlowsLead, next: readonly Named[]): readonly Sentence[] {
  const items = next.map(({ from, to, trips }) => say`${from} to ${to} (${trips})`);
  const said = counts
    .filter((count) => count > 1)
    .map(
      (count) => say`Next ${count > 2 ? 'were' : 'was'} ${listWords(items.slice(0, count - 1))}.`,
    );
  return said.length === 0 ? [] : [firstShort(said)];
}

function sayWithheld(finding: FlowMatrix): readonly Sentence[] {
  const { withheld, pairs, atLeast } = finding;
  if (withheld === 0) return [];
  const [some, all] = [numberFact(withheld, '/withheld'), numberFact(pairs, '/pairs')];
  return [
    say`${some} of ${all} flows between different ${partsWords(finding)} ${withheld === 1 ? 'is' : 'are'} too small to show${atLeast ? ', or counted elsewhere' : ''}.`,
  ];
}

/** Trips whose start is known only as elsewhere around the places. */
function sayElsewhere(finding: FlowMatrix): readonly Sentence[] {
  const { elsewhere, lead } = finding;
  if (elsewhere === undefined) return [];
  const trips = cellFact(elsewhere.total, '/elsewhere/total');
  if (trips === undefined) return [];
  const around = nameFact(elsewhere.around, '/elsewhere/around');
  const started = elsewhere.isInside
    ? 'started in one of them, but we do not know which'
    : 'may have started in one of them or not';
  return [
    say`${lead === undefined ? 'Around' : 'Another'} ${trips} ${tripsAWeek(finding)} to these ${partsWords(finding)} ${started}.`,
    firstShort([
      say`They are counted as ${around}, in a row of their own.`,
      say`They are counted as elsewhere in larger areas, in a row of their own.`,
    ]),
  ];
}

/** Flows between places: the largest between different ones, what is withheld, and what has no place. */
export function sayMatrix(finding: FlowMatrix): readonly Sentence[] {
  const { lead, mode } = finding;
  if (lead === undefined)
    return [
      say`No flow${byMode(mode)} between these ${partsWords(finding)} is large enough to show in ${periodWords(finding)}.`,
      say`You can ask for larger areas${mode === undefined || mode.value === 'all' ? '' : ' or for all types of transport'}.`,
      ...sayElsewhere(finding),
    ];
  const flows = finding.largest.map((at) => flowAt(finding, at));
  return [...sayLead(finding, lead, flows), ...sayWithheld(finding), ...sayElsewhere(finding)];
}
