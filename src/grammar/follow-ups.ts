import type { Ask, CompareAsk, DataAsk, SharedWhen, TrendAsk, When } from '#src/grammar/ask.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { pluralOf } from '#src/grammar/level-words.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import { plainCompare } from '#src/grammar/plain-compare.ts';
import { usage } from '#src/grammar/usage.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** A question one press away from an answer. `action`: what kind it is, each at most once; `label`: short words for a button. */
export type FollowUp = {
  readonly action: 'by-week' | 'by-day' | 'by-mode' | 'compare' | 'table' | 'method';
  readonly label: string;
  readonly ask: Ask;
};

const longestLabel = 75;

/** The questions that are asked next of an answer: shown otherwise, beside its neighbours, as a table, and how it was worked out. Each can be typed: it is read without a guess. */
export function followUps(ask: Ask, vocabulary: Vocabulary): readonly FollowUp[] {
  const own = usage(ask, vocabulary);
  return suggest(ask, vocabulary).flatMap((next) => {
    const text = usage(next.ask, vocabulary);
    const parsed = parseAsk(text, vocabulary);
    if (parsed.kind === 'refused' || text === own) return [];
    const isSame = usage(parsed.reading.ask, vocabulary) === text;
    return isSame ? [{ ...next, ask: parsed.reading.ask }] : [];
  });
}

function suggest(ask: Ask, vocabulary: Vocabulary): readonly FollowUp[] {
  switch (ask.command) {
    case 'trend':
      return [...otherGrains(ask), ...besideOthers(ask, vocabulary), ...ofAnyData(ask)];
    case 'compare':
    case 'flows':
      return ofAnyData(ask);
    case 'method':
    case 'events':
    case 'status':
    case 'help':
      return [];
    default:
      return ask satisfies never;
  }
}

function otherGrains(ask: TrendAsk): readonly FollowUp[] {
  return ask.by === 'week'
    ? [
        { action: 'by-day', label: 'By day', ask: { ...ask, by: 'day' } },
        { action: 'by-mode', label: 'By type of transport', ask: { ...ask, by: 'mode' } },
      ]
    : [{ action: 'by-week', label: 'By week', ask: { ...ask, by: 'week' } }];
}

/** The place and all others of its level within the same larger place. */
function besideOthers(ask: TrendAsk, vocabulary: Vocabulary): readonly FollowUp[] {
  const [place, another] = ask.destinations;
  const isOfOne = place !== undefined && another === undefined && ask.origins.length === 0;
  if (!isOfOne || ask.against !== 'before') return [];
  const places = [...lexiconOf(vocabulary).gazetteer.areas.values()].filter(
    ({ level, parent }) => level === place.level && parent === place.parent,
  );
  const label = `Compare ${pluralOf(place.level)}`;
  return [
    {
      action: 'compare',
      label: label.length > longestLabel ? 'Compare places' : label,
      ask: compareOf(ask, places),
    },
  ];
}

function compareOf({ modes, since, until }: TrendAsk, places: CompareAsk['places']): CompareAsk {
  return {
    ...plainCompare(places),
    modes,
    since: since && shared(since),
    until: until && { date: until.date, event: undefined },
  };
}

/** An event keeps its name: each place has its own day. */
function shared({ date, event, shiftDays }: When): SharedWhen {
  if (event === undefined) return { kind: 'date', date };
  const { slug } = event;
  return shiftDays === undefined ? { kind: 'event', slug } : { kind: 'event', slug, shiftDays };
}

function ofAnyData(ask: DataAsk): readonly FollowUp[] {
  return [
    { action: 'table', label: 'Table', ask: { ...ask, show: 'table' } },
    {
      action: 'method',
      label: 'Method',
      ask: { command: 'method', about: { ...ask, show: undefined } },
    },
  ];
}
