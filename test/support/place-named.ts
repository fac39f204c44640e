import type { Area } from '#src/area.ts';
import type { Vocabulary } from '#src/grammar/vocabulary.ts';

/** A place that can be asked about, by its name. Throws where there is none. */
export function placeNamed(name: string, { areas }: Pick<Vocabulary, 'areas'>): Area {
  const area = areas.find((one) => one.name === name);
  if (area === undefined) throw new Error(`no place is called ${name}`);
  return area;
}
