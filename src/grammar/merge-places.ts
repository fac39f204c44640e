import type { Draft, Named, Slot } from '#src/grammar/draft.ts';

type Places = Pick<Draft, 'places' | 'every'>;
type Role = 'end' | 'origin' | 'between';

/**
 * The places of a question with those that were said in the place of those named for the same: where trips end, where they start, or what they go between. A place to
 * compare with comes to those before. Kinds of place alone cut the places before another way; places alone are not cut, but in flows, which always are.
 */
export function mergePlaces(before: Draft, said: Draft, isAdded: boolean): Places {
  if (said.places.length === 0)
    return { places: before.places, every: said.every.length > 0 ? said.every : before.every };
  if (isAdded || isBeside(said))
    return { places: [...before.places, ...said.places.map(besideOthers)], every: before.every };
  const named = said.places.map((place) => ({ ...place, slot: slotLike(before, place) }));
  const isFlows = [...before.commands, ...said.commands].some(({ command }) => command === 'flows');
  const every = said.every.length > 0 ? said.every : isFlows ? before.every : [];
  return { places: [...kept(before, named), ...named], every };
}

/** "vs Leeds", or "compare with Leeds": one place needs another. */
function isBeside({ commands, places }: Draft): boolean {
  const isCompared = commands.some(({ command }) => command === 'compare');
  return places.every(({ slot }) => slot === 'vs') || (isCompared && places.length === 1);
}

const besideOthers = (place: Named): Named => ({
  ...place,
  slot: place.slot === 'bare' ? 'region' : place.slot,
  joint: 'and',
});

/** A place by itself is named for what the only places before were. */
function slotLike({ places }: Draft, { slot }: Named): Slot {
  const slots = new Set(places.map((one) => one.slot));
  const [only, another] = slots;
  return slot === 'bare' && only !== undefined && another === undefined ? only : slot;
}

function kept({ places }: Draft, named: readonly Named[]): readonly Named[] {
  const said = new Set(named.map(({ slot }) => roleOf(slot)));
  if (said.has('between')) return [];
  return places.filter(({ slot }) => roleOf(slot) !== 'between' && !said.has(roleOf(slot)));
}

function roleOf(slot: Slot): Role {
  if (slot === 'origin' || slot === 'between') return slot;
  return 'end';
}
