import type { Area } from '#src/area.ts';
import type {
  CompareAsk,
  DataAsk,
  FlowsAsk,
  SharedWhen,
  TrendAsk,
  When,
} from '#src/grammar/ask.ts';
import { weekOf } from '#src/grammar/calendar-period.ts';
import { flowParts, usualLevel } from '#src/grammar/flow-parts.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { onePerCode } from '#src/grammar/one-per-code.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { plainCompare } from '#src/grammar/plain-compare.ts';
import { plainTrend } from '#src/grammar/plain-trend.ts';
import { usableEvent } from '#src/grammar/usual-event.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Offer } from './offer.ts';
import type { Picks } from './picks.ts';

/** The views of what was picked. Each may be asked in several ways, the best first; none: there is no such view. */
export type Composed = {
  readonly trend: readonly TrendAsk[];
  readonly compare: readonly CompareAsk[];
  readonly flows: readonly FlowsAsk[];
};

/** The questions behind the views. Each can be typed, and is read as it stands. */
export function composeAsks(given: Picks, offer: Offer): Composed {
  const { vocabulary } = offer;
  const picks = isLastWeek(given, vocabulary)
    ? { ...given, since: undefined, until: undefined }
    : given;
  const readable = <T extends DataAsk>(asks: readonly T[]): readonly T[] =>
    asks.filter((ask) => isReadAs(ask, vocabulary));
  return {
    trend: readable([{ ...plainTrend(picks.area), ...periodOf(picks, vocabulary) }]),
    compare: readable(compareAsks(picks, offer)),
    flows: readable(flowsAsks(picks, offer)),
  };
}

/** Whether the last week is all that was picked: it is what is told where no period is. */
function isLastWeek({ slug, since, until }: Picks, { lastDay }: Vocabulary): boolean {
  const last = weekOf(lastDay);
  return slug === undefined && since === last.from && until === last.to && last.to === lastDay;
}

/** Whether the text of a question is read as just this. */
function isReadAs(ask: DataAsk, vocabulary: Vocabulary): boolean {
  const text = usage(ask, vocabulary);
  const parsed = parseAsk(text, vocabulary);
  return (
    parsed.kind === 'read' &&
    parsed.reading.ask.command === ask.command &&
    usage(parsed.reading.ask, vocabulary) === text
  );
}

const day = (date: string | undefined): When | undefined =>
  date === undefined ? undefined : { date, event: undefined };

/** The days that were picked, as they are in the place. */
function periodOf(
  { area, slug, since, until }: Picks,
  vocabulary: Vocabulary,
): Pick<TrendAsk, 'since' | 'until'> {
  const event = slug === undefined ? undefined : usableEvent(slug, area, lexiconOf(vocabulary));
  const start = event === undefined ? day(since) : { date: event.date, event };
  return { since: start, until: day(until) };
}

/** The parts of the place side by side; or else the place and its neighbours. An event that not all of them have on a day is a day of the calendar. */
function compareAsks(picks: Picks, offer: Offer): readonly CompareAsk[] {
  const { since, until } = periodOf(picks, offer.vocabulary);
  const starts: readonly (SharedWhen | undefined)[] = [
    ...(picks.slug === undefined ? [] : [{ kind: 'event', slug: picks.slug } as const]),
    since && { kind: 'date', date: since.date },
  ];
  return [partsOf(picks.area, offer), besides(picks.area, offer)].flatMap((places) =>
    starts.map((start) => ({ ...plainCompare(places), since: start, until })),
  );
}

const partsOf = ({ code }: Area, offer: Offer): readonly Area[] =>
  asListed(offer).filter(({ parent }) => parent === code);

const besides = ({ level, parent }: Area, offer: Offer): readonly Area[] =>
  asListed(offer).filter((one) => one.level === level && one.parent === parent);

/** The places that are offered, in the order of the data: all parts of a place have a short spelling then. */
const asListed = ({ places, vocabulary }: Offer): readonly Area[] =>
  onePerCode(vocabulary.areas).filter(({ code }) => places.has(code));

/** The flows between the parts of the place; or else into it, from places of each level, the usual one first. */
function flowsAsks(picks: Picks, offer: Offer): readonly FlowsAsk[] {
  const { area } = picks;
  const { vocabulary, levels } = offer;
  const { since, until } = periodOf(picks, vocabulary);
  const plain = { command: 'flows', modes: [], until, show: undefined } as const;
  const usual = usualLevel(vocabulary.areas);
  const cuts = new Set([...(usual === undefined ? [] : [usual]), ...levels]);
  const ways = [
    { way: 'between', place: undefined, parts: partsOf(area, offer), level: undefined } as const,
    ...[...cuts].map((level) => ({
      way: 'into' as const,
      place: area,
      parts: flowParts(area, level, lexiconOf(vocabulary)),
      level,
    })),
  ];
  return ways.flatMap((way) =>
    [since, day(since?.date)].map((start) => ({ ...plain, ...way, since: start })),
  );
}
