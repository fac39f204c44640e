import type { Area } from '#src/area.ts';
import type { Ask } from '#src/grammar/ask.ts';

/**
 * The places that an answer would tell something of by name. Where trips may start or end anywhere no place is told of; flows from everywhere to one place tell of
 * each of the parts that everywhere is cut into.
 */
export function askedPlaces(ask: Ask): readonly Area[] {
  switch (ask.command) {
    case 'trend':
      return [...ask.origins, ...ask.destinations];
    case 'compare':
      return ask.places;
    case 'flows':
      return ask.place === undefined ? ask.parts : [ask.place, ...ask.parts];
    case 'method':
      return ask.about === undefined ? [] : askedPlaces(ask.about);
    case 'events':
      return ask.region === undefined ? [] : [ask.region];
    case 'help':
    case 'status':
      return [];
    default:
      return ask satisfies never;
  }
}
