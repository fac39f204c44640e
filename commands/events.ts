import type { Command } from '#commands/command.ts';
import { events as eventsQuery } from '#queries/events.ts';
import { deriveAll } from '#src/disclosure/protected.ts';
import { chainOf, eventsInForce } from '#src/statistics/events-in-force.ts';
import { sayEvents, tableEvents } from '#src/summary/say-events.ts';

/** The dates that have a name, with their sources. */
export const events: Command<'events'> = {
  name: 'events',
  usage: 'events [region:PLACE]',
  purpose: 'Dates you can name, such as since:EVENT, with their sources',
  reply: async (ask, desk) => {
    const { vocabulary, warehouse } = desk;
    const { rows, provenance } = await warehouse.run(eventsQuery, {}, desk);
    const names = new Map(vocabulary.areas.map(({ code, name }) => [code, name]));
    const places =
      ask.region === undefined ? vocabulary.areas : chainOf(ask.region, vocabulary.areas);
    const finding = deriveAll(rows, () => ({
      kind: 'events' as const,
      release: warehouse.release,
      events: eventsInForce(vocabulary.events, places).map((event) => ({
        ...event,
        areaName: names.get(event.area) ?? event.area,
      })),
    }));
    return {
      finding,
      sentences: sayEvents(finding),
      table: tableEvents(finding),
      chart: undefined,
      provenance: [provenance],
    };
  },
};
