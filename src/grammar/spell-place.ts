import type { Area } from '#src/area.ts';
import { type Gazetteer, placesCalled } from '#src/grammar/gazetteer.ts';
import { fold } from '#src/grammar/words.ts';

/** The shortest text that names this place and no other. */
export function spellPlace(area: Area, gazetteer: Gazetteer): string {
  return firstThatNames(area, [area.name, ...labels(area, gazetteer)], gazetteer);
}

/** A place as it is told from its namesakes: "Newcastle upon Tyne (North East)". Can be typed as it stands. */
export function labelPlace(area: Area, gazetteer: Gazetteer): string {
  return firstThatNames(area, [...labels(area, gazetteer), area.name], gazetteer);
}

function labels(area: Area, { areas }: Gazetteer): readonly string[] {
  const parent = area.parent === undefined ? undefined : areas.get(area.parent);
  const within = parent === undefined ? [] : [`${area.name} (${parent.name})`];
  return [...within, `${area.name} (${area.level})`, `${area.name} (${area.code})`];
}

function firstThatNames(area: Area, spellings: readonly string[], gazetteer: Gazetteer): string {
  const names = (spelling: string) => placesCalled(fold(spelling), gazetteer);
  return (
    spellings.find((spelling) => names(spelling)[0] === area && names(spelling).length === 1) ??
    area.code
  );
}
