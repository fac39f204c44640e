import { areaAliases } from '#queries/area-aliases.ts';
import { areas } from '#queries/areas.ts';
import { events } from '#queries/events.ts';
import { modes } from '#queries/modes.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';
import type { RunOptions, Warehouse } from '#src/ports.ts';

/** Reads from the release every word that a question may use. "Elsewhere" areas are not places to ask about. */
export async function readVocabulary(
  warehouse: Warehouse,
  options: RunOptions,
): Promise<Vocabulary> {
  const [places, aliases, declared, dates] = await Promise.all([
    warehouse.run(areas, {}, options),
    warehouse.run(areaAliases, {}, options),
    warehouse.run(modes, {}, options),
    warehouse.run(events, {}, options),
  ]);
  return {
    areas: places.rows
      .filter(({ level }) => level !== 'elsewhere')
      .map(({ code, name, level, parent }) => ({ code, name, level, parent: parent ?? undefined })),
    aliases: aliases.rows,
    modes: declared.rows.map(({ value, label }) => ({ value, label })),
    events: dates.rows,
    firstDay: warehouse.release.firstDay,
    lastDay: warehouse.release.lastDay,
  };
}
