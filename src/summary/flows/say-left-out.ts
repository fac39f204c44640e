import type { RankedFlows } from '#src/flows-finding.ts';
import { nameFact, numberFact, percentFact } from '#src/summary/facts.ts';
import { cellFact, isNone } from '#src/summary/flows/flows-words.ts';
import { isShort } from '#src/summary/is-short.ts';
import { say, type Sentence } from '#src/summary/sentence.ts';

/** Trips of no single place, which belong to none of those shown. */
function sayElsewhere({ elsewhere, way, atLeast, lead }: RankedFlows): readonly Sentence[] {
  if (elsewhere === undefined || isNone(elsewhere)) return [];
  const ended = way === 'into' ? 'started' : 'ended';
  const trips = cellFact(elsewhere, '/elsewhere');
  const said =
    trips === undefined
      ? say`Trips that ${ended} elsewhere, in flows too small to show by themselves, are too few to say.`
      : say`${lead === undefined ? 'Around' : 'Another'} ${trips} ${ended} elsewhere, in flows too small to show by themselves.`;
  return atLeast && way === 'into'
    ? [
        said,
        say`Small flows are counted elsewhere, so a place may have more trips than its flow shows.`,
      ]
    : [said];
}

/** Share in per cent from which so much is unknown that another question serves better. */
const muchUnknown = 20;

/** What is known only as elsewhere around the place. */
function sayPartly({ partly, way }: RankedFlows): readonly Sentence[] {
  if (partly === undefined) return [];
  const share = percentFact(partly.percent, '/partly/percent');
  const which = way === 'into' ? 'trips within it' : 'trips that started there';
  const around = nameFact(partly.rest, '/partly/rest');
  const whole = say`Up to ${share} of the ${which} may be counted as ${around}.`;
  const said = isShort(whole)
    ? [whole]
    : [say`Up to ${share} of the ${which} may be left out.`, say`They are counted as ${around}.`];
  return way === 'outOf' && partly.percent > muchUnknown
    ? [...said, say`Trips that start in larger areas are known more fully.`]
    : said;
}

function sayWithheld({ withheld, atLeast }: RankedFlows): readonly Sentence[] {
  if (withheld === 0) return [];
  const count = numberFact(withheld, '/withheld');
  const flows = withheld === 1 ? say`${count} flow is` : say`${count} flows are`;
  const or = atLeast ? ', or counted elsewhere' : '';
  return [say`${flows} too small to show by ${withheld === 1 ? 'itself' : 'themselves'}${or}.`];
}

/** What the flows shown leave out: trips of no single place, those that may belong to the place, and flows too small to show. */
export const sayLeftOut = (finding: RankedFlows): readonly Sentence[] => [
  ...sayElsewhere(finding),
  ...sayPartly(finding),
  ...sayWithheld(finding),
];
