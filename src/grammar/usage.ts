import type { Area } from '#src/area.ts';
import type { Ask, When } from '#src/grammar/ask.ts';
import { lexiconOf } from '#src/grammar/lexicon.ts';
import { spellPlace } from '#src/grammar/spell-place.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** The shortest text that parses to this ask. A place whose name is not its own carries what it is part of. */
export function usage(ask: Ask, vocabulary: Vocabulary): string {
  const spell = (area: Area) => spellPlace(area, lexiconOf(vocabulary).gazetteer);
  switch (ask.command) {
    case 'help':
    case 'status':
      return ask.command;
    case 'events':
      return joined(['events', pair('region', ask.region && spell(ask.region))]);
    case 'trend': {
      const region = pair('region', spell(ask.region));
      const mode = pair('mode', ask.mode?.value);
      return joined([region, pair('since', day(ask.since)), pair('until', day(ask.until)), mode]);
    }
    default:
      return ask satisfies never;
  }
}

function day(when: When | undefined): string | undefined {
  return when?.event?.slug ?? when?.date;
}

function pair(key: string, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const isPlain = /^[\p{L}\p{N}-]+$/u.test(value);
  return `${key}:${isPlain ? value : `"${value.replace(/["“”„«»]/g, ' ')}"`}`;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' ');
}
