import type { Command } from '#commands/command.ts';
import { chainOf, eventsInForce } from '#src/statistics/events-in-force.ts';
import { sayEvents, tableEvents } from '#src/summary/say-events.ts';

/** The dates that have a name, with their sources. */
export const events: Command<'events'> = {
  name: 'events',
  usage: 'events [region:PLACE]',
  purpose: 'Dates you can name, such as since:EVENT, with their sources',
  reply: ({ region }, { warehouse: { release }, vocabulary }) => {
    const names = new Map(vocabulary.areas.map(({ code, name }) => [code, name]));
    const places = region === undefined ? vocabulary.areas : chainOf(region, vocabulary.areas);
    const inForce = eventsInForce(vocabulary.events, places);
    const finding = {
      kind: 'events' as const,
      release,
      events: inForce.map((event) => ({ ...event, areaName: names.get(event.area) ?? event.area })),
    };
    const sentences = sayEvents(finding);
    const table = tableEvents(finding);
    return Promise.resolve({ finding, sentences, table, chart: undefined, provenance: [] });
  },
};
