import type { Draft, Named, Slot } from '#src/grammar/draft.ts';
import { readAsTurned } from '#src/grammar/notes.ts';

type Places = Pick<Draft, 'places' | 'every' | 'notes'>;
type Role = 'end' | 'origin' | 'between';

/**
 * The places of a question with those that were said in the place of those named for the same: where trips end, where they start, or what they go between. A place to
 * compare with comes to those before. Kinds of place alone cut the places before another way; places alone are cut as those before were, if they can be.
 */
export function mergePlaces(before: Draft, said: Draft, isAdded: boolean): Places {
  if (said.places.length === 0)
    return {
      places: before.places,
      every: said.every.length > 0 ? said.every : before.every,
      notes: said.notes,
    };
  if (isAdded || isBeside(said))
    return {
      places: [...before.places, ...besideOthers(before, said)],
      every: before.every,
      notes: said.notes,
    };
  const named = said.places.map((place) => ({ ...place, slot: slotLike(before, place) }));
  const others = kept(before, named);
  const turned = turnedTo(others, named);
  return {
    places: turned === undefined ? [...others, ...named] : named,
    every: said.every.length > 0 ? said.every : cuts(before),
    notes: turned === undefined ? said.notes : [...said.notes, turned],
  };
}

/** "vs Leeds", or "compare with Leeds": one place needs another. */
function isBeside({ commands, places }: Draft): boolean {
  const isCompared = commands.some(({ command }) => command === 'compare');
  return places.every(({ slot }) => slot === 'vs') || (isCompared && places.length === 1);
}

/** Kinds of place that places are cut by. Every place there is stands for places of its own, which others take the place of. */
const cuts = ({ every }: Draft): Draft['every'] => every.filter(({ level }) => level !== undefined);

/** Places that come to those before are named for the same as they are. */
function besideOthers(before: Draft, { places }: Draft): readonly Named[] {
  return places.map((place) => {
    const slot = slotLike(before, place);
    return { ...place, slot: slot === 'bare' ? 'region' : slot, joint: 'and' };
  });
}

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

/** "from London" after trips to London: the other end of the same place, and not the trips within it. What says so. */
function turnedTo(others: readonly Named[], named: readonly Named[]): string | undefined {
  const [one, another] = named;
  const [other, more] = others;
  if (one === undefined || another !== undefined || more !== undefined) return undefined;
  return other?.area === one.area ? readAsTurned(one.area.name, roleOf(one.slot)) : undefined;
}

function roleOf(slot: Slot): Role {
  if (slot === 'origin' || slot === 'between') return slot;
  return 'end';
}
