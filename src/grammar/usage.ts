import type { Area } from '#src/area.ts';
import type { Ask, CompareAsk, FlowsAsk, SharedWhen, TrendAsk, When } from '#src/grammar/ask.ts';
import { spellShift } from '#src/grammar/event-shift.ts';
import { againstSpelling } from '#src/grammar/against-spelling.ts';
import { usualLevel } from '#src/grammar/flow-parts.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { spellPlaces } from '#src/grammar/spell-places.ts';
import { spellList, spellValue } from '#src/grammar/spell-value.ts';
import { spellPlace } from '#src/grammar/spell-place.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** The shortest text that parses to this ask. A place whose name is not its own carries what it is part of. */
export function usage(ask: Ask, vocabulary: Vocabulary): string {
  switch (ask.command) {
    case 'help':
    case 'status':
      return ask.command;
    case 'events':
      return joined(['events', pair('region', ask.region && spell(ask.region, vocabulary))]);
    case 'method':
      return joined(['method', ask.about && usage(ask.about, vocabulary)]);
    case 'trend':
      return writeTrend(ask, vocabulary);
    case 'compare':
      return writeCompare(ask, vocabulary);
    case 'flows':
      return writeFlows(ask, vocabulary);
    default:
      return ask satisfies never;
  }
}

function spell(area: Area, vocabulary: Vocabulary): string {
  return spellValue(spellPlace(area, lexiconOf(vocabulary).gazetteer));
}

function writeTrend(ask: TrendAsk, vocabulary: Vocabulary): string {
  const write = (group: readonly Area[]) =>
    group.length === 0 ? undefined : spellList(group, '+', lexiconOf(vocabulary).gazetteer);
  const isFromSomewhere = ask.origins.length > 0;
  return joined([
    pair('origin', write(ask.origins)),
    pair(isFromSomewhere ? 'destination' : 'region', write(ask.destinations)),
    pair('since', day(ask.since)),
    pair('until', day(ask.until)),
    ...rest(ask),
    pair('by', ask.by === 'week' ? undefined : ask.by),
    pair('vs', ask.against === 'before' ? undefined : againstSpelling[ask.against]),
  ]);
}

function writeCompare(ask: CompareAsk, vocabulary: Vocabulary): string {
  return joined([
    spellPlaces(ask.places, vocabulary),
    pair('since', sharedDay(ask.since)),
    pair('until', day(ask.until)),
    ...rest(ask),
  ]);
}

function writeFlows(ask: FlowsAsk, vocabulary: Vocabulary): string {
  const { gazetteer } = lexiconOf(vocabulary);
  const { level, place, parts } = ask;
  const key = ask.way === 'outOf' ? 'origin' : 'destination';
  const isUsual = level === usualLevel(vocabulary.areas);
  return joined([
    'flows',
    place && pair(key, spell(place, vocabulary)),
    level === undefined ? pair('between', spellList(parts, ',', gazetteer)) : undefined,
    level === undefined || isUsual ? undefined : pair('by', spellValue(level)),
    pair('since', day(ask.since)),
    pair('until', day(ask.until)),
    ...rest(ask),
  ]);
}

function rest({ modes, show }: TrendAsk | CompareAsk | FlowsAsk): readonly (string | undefined)[] {
  const values = modes.map(({ value }) => spellValue(value)).join(',');
  return [pair('mode', values === '' ? undefined : values), pair('show', show)];
}

function day(when: When | undefined): string | undefined {
  if (when?.event === undefined) return when?.date;
  return `${when.event.slug}${spellShift(when.shiftDays ?? 0)}`;
}

function sharedDay(since: SharedWhen | undefined): string | undefined {
  if (since?.kind !== 'event') return since?.date;
  return `${since.slug}${spellShift(since.shiftDays ?? 0)}`;
}

function pair(key: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : `${key}:${value}`;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
