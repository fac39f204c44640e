import type { Area } from '#src/area.ts';
import type {
  Ask,
  DataAsk,
  FlowsAsk,
  Reading,
  SharedWhen,
  TrendAsk,
  When,
} from '#src/grammar/ask.ts';
import { parseAsk } from '#src/grammar/parse-ask.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { Refusal } from '#src/refusal.ts';
import { ukVocabulary } from '#test/support/vocabulary.ts';

/** The reading of a text that must be accepted. */
export function readingOf(text: string, vocabulary: Vocabulary = ukVocabulary): Reading {
  const parsed = parseAsk(text, vocabulary);
  if (parsed.kind === 'refused') throw new Error(`Refused "${text}": ${parsed.refusal.message}`);
  return parsed.reading;
}

/** The refusal of a text that must not be accepted. */
export function refusalOf(text: string, vocabulary: Vocabulary = ukVocabulary): Refusal {
  const parsed = parseAsk(text, vocabulary);
  if (parsed.kind === 'read') throw new Error(`Accepted "${text}"`);
  return parsed.refusal;
}

/** An ask in one line: what it is about, since, until and modes, then whatever is not as usual; the rest by command. */
export function shortly(ask: Ask): string {
  switch (ask.command) {
    case 'help':
    case 'status':
      return ask.command;
    case 'events':
      return ['events', ...(ask.region === undefined ? [] : [ask.region.name])].join(' ');
    case 'method':
      return ['method', ...(ask.about === undefined ? [] : [shortly(ask.about)])].join(' ');
    case 'trend':
      return [subjectOf(ask), ...restOf(ask), ...unusual(ask)].join(' | ');
    case 'compare':
      return [`compare ${namesOf(ask.places, ', ')}`, ...restOf(ask)].join(' | ');
    case 'flows':
      return [flowsOf(ask), ...restOf(ask)].join(' | ');
    default:
      return ask satisfies never;
  }
}

function subjectOf({ origins, destinations }: TrendAsk): string {
  const ends = namesOf(destinations, ' + ');
  return origins.length === 0 ? ends : `${namesOf(origins, ' + ')} > ${ends}`.trim();
}

function flowsOf({ way, place, parts, level }: FlowsAsk): string {
  const each = level ?? namesOf(parts, ', ');
  return ['flows', way, ...(place === undefined ? [] : [place.name]), 'by', each].join(' ');
}

function namesOf(areas: readonly Area[], mark: string): string {
  return areas.map(({ name }) => name).join(mark);
}

function unusual({ by, against }: TrendAsk): readonly string[] {
  return [...(by === 'week' ? [] : [`by ${by}`]), ...(against === 'before' ? [] : [against])];
}

function restOf({ since, until, modes, show }: DataAsk): readonly string[] {
  const values = modes.map(({ value }) => value).join(',');
  return [dayOf(since), dayOf(until), values === '' ? '-' : values, ...(show ? [show] : [])];
}

function dayOf(when: When | SharedWhen | undefined): string {
  if (when === undefined) return '-';
  const slug = 'kind' in when ? (when.kind === 'event' ? when.slug : undefined) : when.event?.slug;
  const shift = 'shiftDays' in when ? ` ${when.shiftDays} days` : '';
  return slug === undefined ? ('date' in when ? when.date : '-') : `${slug}${shift}`;
}

/** The examples of a refusal, as one would type them. */
export function examplesIn({ next }: Refusal): readonly string[] {
  return next.split('Try: ').slice(1);
}
